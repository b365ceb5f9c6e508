"""Status: a word for an article's status goes in, IPTC's word for the status comes out."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator

# Words of IPTC, bare and with the prefix `stat:`; words of schema.org's creativeWorkStatus; and
# words of newsrooms and publishing systems.
_USABLE = (
    *(
        "usable",
        "true",
        "published",
        "publish",
        "public",
        "live",
        "online",
        "released",
        "corrected",
    ),
    *("publiziert", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd"),
)
_WITHHELD = (
    *(
        "withheld",
        "false",
        "withhold",
        "draft",
        "drafts",
        "auto draft",
        "draft in progress",
        "incomplete",
    ),
    *("pending", "pending review", "in review", "review", "needs review", "in progress"),
    *("private", "hidden", "unlisted", "password", "password protected", "protected"),
    *("unpublished", "not published", "scheduled", "future", "embargoed", "hold", "on hold"),
    *("submitted", "being corrected", "inactive", "disabled", "expired", "internal", "archived"),
    *("entwurf", "brouillon", "borrador", "bozza", "rascunho", "esborrany", "kladde", "utkast"),
    *("concept", "szkic", "koncept", "luonnos", "taslak", "черновик", "чернетка", "טיוטה"),
    *("مسودة", "草稿", "下書き", "초안"),
)
_CANCELED = (
    *("canceled", "cancelled", "killed", "obsolete", "trash", "trashed", "deleted", "removed"),
    *("withdrawn", "retracted", "recalled", "spiked", "rejected"),
)
_WORDS = {
    **dict.fromkeys(_USABLE, "usable"),
    **dict.fromkeys(_WITHHELD, "withheld"),
    **dict.fromkeys(_CANCELED, "canceled"),
}


def status_word(value: object) -> object:
    """Return IPTC's word for a status; return any other value as it is."""
    if isinstance(value, bool):
        return "usable" if value else "withheld"
    if not isinstance(value, str):
        return value
    word = " ".join(value.strip().lower().removeprefix("stat:").split())
    # `auto-draft`, `in_review` and `Pending Review` are parted in three ways.
    return _WORDS.get(word) or _WORDS.get(re.sub("[-_ ]+", " ", word), value)


PublicationStatus = Annotated[
    Literal["usable", "withheld", "canceled"], BeforeValidator(status_word)
]
