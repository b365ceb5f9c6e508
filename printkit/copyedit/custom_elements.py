"""Custom elements: a body goes in, and comes out without the elements that sites have defined.

The words and pictures in such an element stay. The address of a film is printed, the address of a
link leads on, and words that stand in attributes only are named.
"""

from printkit.copyedit import tree
from printkit.copyedit.embed_addresses import pointer, web_address
from printkit.copyedit.picture_elements import NAMED_PICTURE, SERVANT
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_FIGURE = regex(r"(^|-)figure$")
_CAPTION = regex(r"(^|-)(figcaption|caption|cutline)$")
_CREDIT = regex(r"(^|-)(credit|credits|photographer|attribution)$")
# In a browser, each of these stands on lines of its own.
_BLOCKS = regex(r"amp-(story.*|carousel|base-carousel|stream-gallery|accordion|selector|list)$")
# The address of such an element is one of an advertisement, or of data for a program.
_UNREADABLE = regex(r"amp-(ad|embed|sticky-ad|fx-flying-carpet|list|live-list)$")
_SERVICES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "gist": "https://gist.github.com/{}",
}
_NUMBER = regex(r"[\w-]{1,64}")
_KEPT_BY_SITE = "data-entity-uuid"
_NUMBERS = regex(r"data-[a-z-]{0,30}(id|shortcode)$|video-?id$")
_SOURCES = ("src", "data-src", "data-href", "data-url", "url", "data")
_LINKS = ("href", "link", "to")
_SAID = ("heading", "headline", "title", "subtitle", "description", "summary", "label", "text",
         "quote", "cite", "author", "caption", "credit", "photographer", "alt")  # fmt: skip


def settle_custom_elements(root: Node, base: str | None, removals: Removals) -> None:
    """Replace each custom element by its contents, by a link, or by an element that HTML knows.

    Args:
        root: the body, in which `picture_elements` has found the pictures; changed in place.
        base: the article's address, for relative addresses.
        removals: gets films and advertisements, and words that stand in attributes only.
    """
    for element in tree.each(root, "x-custom"):
        name = element.get("data-name", "")
        if element.get("srcdoc"):
            element.tag = "x-iframe"  # `embeds` reads the page in the frame
            continue
        if not SERVANT.match(name):
            _settle_film(element, name, base, removals)
            _tell_words(element, removals)
        if not _rename(element, name, removals):
            tree.unwrap(element)


def _settle_film(element: Node, name: str, base: str | None, removals: Removals) -> None:
    """Print the address of the film or sound of an element; note the element and its pictures."""
    if portrait := element.get("poster-portrait-src"):
        removals.note("picture", portrait, place_of(element))
    given = [element.get(way) for way in _SOURCES]
    given += [one.get("src") for one in element.iterchildren("source")]
    address = next(filter(None, given), "")
    service = next((one for one in name.split("-") if one in _SERVICES), "")
    ways = tree.attributes(element).items() if service or name.startswith("amp-") else ()
    numbers = [value for way, value in ways if value and _NUMBERS.match(way)]
    shown = web_address(base, address) if address else _address_at(service, numbers)
    if not address and not numbers:
        return
    removals.note(name, shown or address or " ".join(numbers), place_of(element))
    if shown and not _UNREADABLE.match(name):
        element.append(pointer(element, shown))


def _address_at(service: str, numbers: list[str]) -> str | None:
    """Return the address of a film or a post at a known service; None where it is in doubt."""
    if not service or len(numbers) != 1 or not _NUMBER.fullmatch(numbers[0]):
        return None
    return _SERVICES[service].format(numbers[0])


def _tell_words(element: Node, removals: Removals) -> None:
    """Note the words in attributes of an element: some sites show these, others do not."""
    said = tree.words(element)
    if number := element.get(_KEPT_BY_SITE):
        # Only the program of the site knows the picture or the page with this number.
        removals.note(element.get("data-name", ""), number, place_of(element))
    for way in (*_SAID, "data-caption", "data-title"):
        words = tree.fold_space(element.get(way) or "")
        if words and words not in said:
            removals.note("attribute", words, f"{place_of(element)} {way}")


def _rename(element: Node, name: str, removals: Removals) -> bool:
    """Make a link, a figure, a caption or a block of an element.

    Returns:
        False if the element has neither an address nor a name that says so.
    """
    href = next((one for one in map(element.get, _LINKS) if one), None)
    given = {way: element.get(way, "") for way in ("id", "lang", "dir") if element.get(way)}
    holds_picture = any(True for _ in element.iter("img"))
    worded = tree.words(element) and not any(one.tag == "figure" for one in tree.ancestors(element))
    linked = any(one.tag == "a" for one in (*tree.ancestors(element), *element.iter("a")))
    if href and linked:
        removals.note("link", href, place_of(element))
        href = None
    if href:
        tag, given = "a", given | {"x-href": href}
    elif (_FIGURE.search(name) or (NAMED_PICTURE.search(name) and worded)) and holds_picture:
        tag = "figure"
    elif _CAPTION.search(name):
        tag, given = "div", given | {"class": "caption"}
    elif _CREDIT.search(name):
        tag, given = "div", given | {"class": "photo-credit"}
    elif _BLOCKS.match(name):
        tag = "div"
    else:
        return False
    element.attrib.clear()
    element.tag = tag
    tree.set_all(element, given)
    return True
