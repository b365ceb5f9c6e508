"""Items with addresses, and the pages → the pictures, links and embeds that are lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote, urljoin, urlsplit

from printkit.pages import ArticleOnPage
from printkit.preflight.inventory.html_items import Item
from printkit.remarks import Removed
from printkit.text.comparing import letters
from printkit.text.patterns import regex
from printkit.text.printed_address import bare_host, short_address
from printkit.text.redirects import wanted_address

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent

_ENDING = regex(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)(\?.*)?$")


def lost_pictures(items: Sequence[Item], on_page: ArticleOnPage) -> Iterator[Removed]:
    """Yield the pictures that are shown less often than the body shows them.

    A picture in a `noscript` mostly repeats the picture beside, so it must be shown once.
    """
    base = on_page.article.url or ""
    shown = [*on_page.pictures, *(one.words for one in on_page.removed)]
    known = Counter(bare_address(one, base) for one in shown)
    left = known.copy()
    pictures = [item for item in items if item.kind == "picture"]
    # A picture with many addresses leaves to others the only address that they have.
    for item in sorted(pictures, key=lambda item: len(item.addresses)):
        own = [bare_address(one, base) for one in item.addresses]
        if "noscript" in item.place.split():
            is_shown = any(known[one] for one in own)
        else:
            found = next((one for one in own if left[one] > 0), "")
            left[found] -= 1
            is_shown = bool(found)
        if not is_shown:
            yield Removed("picture", item.addresses[0], item.place)


def lost_links(
    items: Sequence[Item], on_page: ArticleOnPage, pages: "Sequence[PageContent]"
) -> Iterator[Removed]:
    """Yield the links and the embeds whose address is nowhere, each once."""
    base = on_page.article.url or ""
    linked = [link for page in pages for link in page.links]
    told = [one.words for one in on_page.removed]
    known = {bare_address(one, base) for one in (*linked, *on_page.references, *told)}
    pictures = [bare_address(one, base) for one in on_page.pictures]
    paper = ""
    for item in items:
        if item.kind not in ("link", "embed") or not item.addresses:
            continue
        (address,) = item.addresses
        bare = bare_address(address, base)
        if bare in known or _leads_to_one_of(pictures, bare):
            continue
        known.add(bare)
        paper = paper or letters("".join((*(line for page in pages for line in page.text), *told)))
        if letters(short_address(address)) not in paper:
            yield Removed(item.kind, address, item.place)


def _leads_to_one_of(pictures: Sequence[str], bare: str) -> bool:
    """Tell whether a link leads to a picture that the page shows, perhaps in another size."""
    stem = _ENDING.sub("", bare)
    return "/" in stem and any(picture.startswith(stem) for picture in pictures)


def bare_address(address: str, base: str) -> str:
    """Return an address as it is compared: without scheme, `www.`, fragment and capitals.

    Backslashes count as slashes, and letters with marks may be composed or decomposed.
    """
    try:
        joined = urljoin(base, address.strip().replace("\\", "/"))
        parts = urlsplit(wanted_address(joined))
    except ValueError:
        return address.strip()
    if parts.scheme == "data":
        return address.strip()
    whole = f"{bare_host(parts.netloc)}{parts.path}?{parts.query}"
    return normalize("NFC", unquote(whole.rstrip("/?"))).casefold() or address.strip()
