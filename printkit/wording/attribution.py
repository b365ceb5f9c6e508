"""Attribution: a record goes in, the printed lines about its origin come out, in its language.

An article has byline, dates, source and rights; a picture has credit and rights.
"""

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from printkit.article import Article, Image, Source
from printkit.text.comparing import compared_words, letters
from printkit.text.patterns import regex
from printkit.text.printed_address import is_web_address, printed_address
from printkit.text.repeats import distinct, mentions
from printkit.wording.bylines import Byline, byline
from printkit.wording.date_labels import has_date_label
from printkit.wording.words import Words, in_all_languages, phrase_opening

# IPTC digital source types of pictures that are not made with a camera.
_DRAWN = {
    "algorithmicmedia",
    "compositesynthetic",
    "compositewithtrainedalgorithmicmedia",
    "datadrivenmedia",
    "digitalart",
    "digitalcreation",
    "softwareimage",
    "trainedalgorithmicmedia",
}
# The labels of all languages that are no whole words end with one of these signs.
_SIGN_OF_LABEL = regex(r"[:：＝・／]|[^\x00-\x7f][=/]|^\W*\w{2,4}\.")
# As in `Photo Ann Lee`. The next word is a name: it has a capital, or a script without capitals.
_BARE_LABEL = regex(
    r"(?:by|photos?|photograph(?:er|s|y)?|photographies?|fotos?|fotogra(?:f|fo|fin|fie|fia|fía)|bilder"
    r"|bild|beeld|zdjęci[ea]|фото|фотография|снимок|צילום|צילומים|תצלום|תמונה|תמונות|تصوير|صورة|عدسة|写真"
    r"|撮影|画像|写真提供|提供|摄影|攝影|图片|圖片|照片|图|圖|사진|촬영|이미지)\s+(?-i:(?=[^\W\d_a-zß-öø-ÿа-я]))",
    re.IGNORECASE,
)
_RIGHTS_SIGN = regex(r"©|\(c\)|℗|copyright\b", re.IGNORECASE)
_DEED = regex(
    r"creativecommons\.org/(?:licenses|publicdomain)/(?P<terms>[a-z-]+)/(?P<version>[\d.]+)"
)


class AttributionLine(NamedTuple):
    """A labelled line of the source block.

    Attributes:
        label: such as `Source: ` or `Posted on `, with the space before the value; may be empty.
        value: such as `The Herald, 13 September 2019`.
        url: the address that the value links to, or None.
    """

    label: str
    value: str
    url: str | None = None


@lru_cache(maxsize=64)
def attribution_in(language: str | None) -> "Attribution":
    """Return the attribution for a language, with English words if printkit lacks the language."""
    return Attribution.of(language)


class Attribution(Words):
    """The words of a language, and the attribution lines that they make of a record."""

    def byline(self, article: Article) -> Byline:
        """Return the byline of an article, with a line for each craft."""
        return byline(self, article)

    def source_block(self, article: Article) -> dict[str, AttributionLine]:
        """Return the lines on dates, source and rights of a record, in the order of printing.

        Keys: published, updated, sponsor, posted, source, sources, credit, read_online,
        copyright, licensed, usage_terms.
        """
        entries = {
            "published": AttributionLine(self._label_of_date(article), self.dated(article)),
            "updated": self._updated(article.date_published, article.date_modified),
            "sponsor": self._sponsor(article),
            "posted": self._dated("posted", article.date_posted),
            "source": self._source(article),
            "sources": self._sources(article.info_sources),
            "credit": AttributionLine(
                self.label("credit"), self.isolated(article.credit_text or "")
            ),
            "read_online": self._linked("read_online", article.url),
            "copyright": self._copyright(article),
            "licensed": self._linked("licensed", article.license),
            "usage_terms": self._linked("usage_terms", article.usage_terms),
        }
        return {key: entry for key, entry in entries.items() if entry.value}

    def dated(self, article: Article) -> str:
        """Return the day of publication, or the date as the record writes it; may be empty."""
        day = article.date_published
        return self.date(day) if day else article.date_line or ""

    def _label_of_date(self, article: Article) -> str:
        own = not article.date_published and has_date_label(article.date_line or "")
        return "" if own else self._before("published", "{date}")

    def picture_credit(self, image: Image) -> str:
        """Return the credit of a picture: `Photograph: Ana Ruiz/Reuters`.

        A credit with a label of its own stays as it is. If nobody is credited, the credit is the
        copyright notice, which may be empty.
        """
        credit = image.credit or ""
        if _is_labelled(self, credit) or _RIGHTS_SIGN.match(credit):
            return credit
        makers = (name for name in image.creator if not _signs(credit, name))
        named = "/".join(distinct(self.word("comma").join(makers), credit, image.source))
        if named:
            return self.labelled(self._picture_word(image), self.isolated(named))
        return image.copyright_notice or ""

    def picture_rights(self, image: Image) -> tuple[str, ...]:
        """Return makers, source, notice, licence and terms of use that the credit does not name."""
        credit = self.picture_credit(image)
        licence = None if _names_licence(credit, image.license_url) else image.license_url
        maker = self.labelled(self._picture_word(image), "")
        rights = (
            *((maker, name) for name in image.creator if not _signs(credit, name)),
            (maker, image.source),
            ("", image.copyright_notice),
            (self._before("licensed", "{licence}"), licence),
            ("", image.usage_terms),
        )
        return tuple(
            label + self.isolated(printed_address(text))
            for label, text in rights
            if text and not mentions(credit, text)
        )

    def _picture_word(self, image: Image) -> str:
        kind = (image.digital_source_type or "").rpartition("/")[2].casefold()
        return self.word("illustration" if kind in _DRAWN else "photograph")

    def _before(self, key: str, place: str) -> str:
        return self.word(key).removesuffix(place)

    def _dated(self, key: str, moment: datetime.date | None) -> AttributionLine:
        return AttributionLine(self._before(key, "{date}"), self.date(moment) if moment else "")

    def _updated(
        self, published: datetime.date | None, modified: datetime.date | None
    ) -> AttributionLine:
        """Return the line on the last change; empty if nothing changed after publication.

        If the article changed on the day of its publication, the line also has the time of day.
        """
        label = self._before("updated", "{date}")
        if modified is None or modified == published:
            return AttributionLine(label, "")
        if published is None or self.date(published) != self.date(modified):
            return AttributionLine(label, self.date(modified))
        return AttributionLine(
            label, self.moment(modified) if isinstance(modified, datetime.datetime) else ""
        )

    def _source(self, article: Article) -> AttributionLine:
        source = article.source
        if source is None:
            return AttributionLine("", "")
        day = self.date(source.date) if source.date else self.dated(article)
        described = self._described(source.name, source.role, source.license)
        value = self.listed(tuple(filter(None, (described, day))))
        return AttributionLine(self.label("source"), value, source.url)

    def _sources(self, sources: Sequence[Source]) -> AttributionLine:
        described = [
            self._described(one.name, one.role, one.license, one.date, one.url) for one in sources
        ]
        return AttributionLine(
            self.label("source" if len(described) == 1 else "sources"), self.names(described)
        )

    def _linked(self, key: str, text: str | None) -> AttributionLine:
        url = text if text and is_web_address(text) else None
        label = self._before(key, "{licence}") if key == "licensed" else self.label(key)
        return AttributionLine(label, self.isolated(printed_address(text or "")), url)

    def _sponsor(self, article: Article) -> AttributionLine:
        """Return the line on the sponsors; it links to the address of a single sponsor."""
        described = [self._described(one.name, one.url) for one in article.sponsor]
        url = article.sponsor[0].url if len(described) == 1 else None
        return AttributionLine(self.label("sponsor"), self.names(described), url)

    def _described(self, name: str, *details: str | datetime.date | None) -> str:
        """Return a name with its details in brackets: `Reuters (agency, reuters.com)`."""
        texts = [
            self.date(one) if isinstance(one, datetime.date) else printed_address(one)
            for one in details
            if one
        ]
        if not texts:
            return name
        return self.isolated(name) + self.word("brackets", text=self.listed(texts))

    def _copyright(self, article: Article) -> AttributionLine:
        line = self._copyright_line(
            article.copyright_notice or "",
            article.copyright_holder or "",
            str(article.copyright_year or ""),
        )
        label = "" if _RIGHTS_SIGN.match(line) else self.label("copyright")
        return AttributionLine(label, self.isolated(line))

    def _copyright_line(self, notice: str, holder: str, year: str) -> str:
        """Return the notice, with the holder and the year where the notice does not name them."""
        if not notice or (holder and not mentions(notice, holder)):
            claim = " ".join(part for part in ("©", year, holder) if part)
            return ". ".join(filter(None, (claim, notice))) if holder or year else ""
        return notice if year in notice else notice + self.word("comma") + year


def _is_labelled(words: Words, credit: str) -> bool:
    """Tell whether a credit has a label of its own, in the language of the words or any other."""
    if words.opening("credit_openings").match(credit) or _BARE_LABEL.match(credit):
        return True
    if credit.endswith(("摄", "攝")):  # the label of Chinese papers stands behind the name
        return True
    if not _SIGN_OF_LABEL.search(credit):
        return False  # to read the words of all languages takes a twentieth of a cold export
    found = in_all_languages("credit_openings")
    labels = tuple(one for one in found if not one[-1].isalnum())
    return phrase_opening(labels).match(credit) is not None


def _signs(credit: str, name: str) -> bool:
    """Tell whether a credit names a person.

    The credit may be the name of the person's account, which has no spaces: `@anaruiz`.
    """
    return mentions(credit, name) or (" " in name and letters(name) in compared_words(credit))


def _names_licence(text: str, url: str | None) -> bool:
    """Tell whether a text names the Creative Commons licence at an address, as `CC BY 4.0` does."""
    deed = _DEED.search(url or "")
    if not deed:
        return False
    code = "CC0" if deed["terms"] == "zero" else f"CC {deed['terms']} {deed['version']}"
    return mentions(text, code)
