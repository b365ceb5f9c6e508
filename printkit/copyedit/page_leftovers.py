"""Leftovers of a web page: a body goes in, and comes out without permalinks, shares and labels.

A permalink leads a reader of the web to the heading that the permalink stands in; on paper nobody
needs the sign. The lines that share a page, and the word above an advertisement, say nothing
about the article.
"""

import re
from collections.abc import Iterator
from itertools import islice

from printkit.copyedit import tree
from printkit.copyedit.player_controls import remove_player_controls
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.patterns import regex

_PAGE_MARK = 20  # characters at most, such as “Page xvii”
_PERMALINK = regex(
    r"(^|[-_ ])(headerlink|header-?anchor|heading-?(anchor|link)|permalink|anchor(-?link)?"
    r"|anchorjs-link|headline-hash|hash-?link|direct-link|octicon-link|toclink)([-_ ]|$)",
    re.IGNORECASE,
)
_SHARES = regex(
    r"facebook\.com/(sharer|share|dialog)|(twitter|x)\.com/(intent|share)|linkedin\.com/share"
    r"|linkedin\.com/sharing|pinterest\.[a-z.]+/pin/create|reddit\.com/submit|t\.me/share"
    r"|(wa\.me/|api\.whatsapp\.com/send|whatsapp://send)|getpocket\.com/(edit|save)"
    r"|bsky\.app/intent|threads\.net/intent|tumblr\.com/(share|widgets/share)|xing\.com/spi/shares"
    r"|news\.ycombinator\.com/submitlink|mailto:\?",
    re.IGNORECASE,
)
# The word that stands above an advertisement, in the languages that printkit has words for.
_LABELS = regex(
    r"[\W_]*(advertisements?|advertisement.{0,3}(scroll|continue|story continues).{0,40}|anzeige"
    r"|werbung|annonce|publicit[ée]|publicidad|publicidade|pubblicit[àa]|advertentie|reklama?"
    r"|annons|annonse|mainos|hirdetés|oglas|реклама|διαφήμιση|广告|廣告|広告|광고|إعلان|פרסומת"
    r"|विज्ञापन|iklan|โฆษณา|quảng cáo|reklam)[\W_]*",
    re.IGNORECASE,
)
# Words beside the links that share a page, in the languages that printkit has words for.
_SHARING = regex(
    r"(?:[\W_]|(?:share|sharing|this|the|post|article|story|page|on|via|to|with|by|or|and|follow|us"
    r"|teilen?|diese[nr]?|artikel|beitrag|auf|per|und|oder|partage[rz]?|cet|article|sur|par|et|ou"
    r"|compartir|comparte|compartilhar?|compartilhe|partilhar|este|artículo|artigo|en|em|por|y"
    r"|condividi|articolo|su|e|delen|deel|dit|op|dela|del|denne|artikeln|artikkelen|på|jaa|tämä"
    r"|udostępnij|sdílet|zdieľať|sdílejte|podijeli|deli|megosztás|distribuie|paylaş|поделиться"
    r"|поділитися|сподели|κοινοποίηση|шеринг|シェア|分享|공유|공유하기|مشاركة|שתפו|שיתוף|bagikan|chia|sẻ|แชร์"
    r"|साझा|करें|tweet|twitter|facebook|whatsapp|linkedin|email|mail|print|copy|link)(?!\w))*",
    re.IGNORECASE,
)
_LINES = names("p div span li ul ol aside section nav figure small center")
_LABEL_LINES = names("p div aside section small center")
_LABEL_MOST = 200  # characters of a label, with white space
_LONGEST = 300  # characters of a line that shares a page


def remove_leftovers(root: Node, base: str | None, removals: Removals) -> None:
    """Remove permalinks, controls of players, lines that share the page, labels of advertisements.

    Args:
        root: the body, with links as they came; changed in place.
        base: the article's address, if it has one.
        removals: gets every line, every permalink with words, and addresses of other pages.
            A page mark says where a page of the printed book begins.
    """
    remove_player_controls(root, removals)
    for heading in tree.each(root, "h1", *sorted(HEADINGS), "dt"):
        for link in tree.each(heading, "a"):
            _settle_permalink(heading, link, base, removals)
    taken = _take_page_marks(root, removals)
    for block in tree.each(root, *_LINES):
        if not taken.isdisjoint(tree.ancestors(block)):
            continue
        if block.tag in _LABEL_LINES and _is_label(block):
            taken.add(block)
            removals.take(block, "advertisement label")
        elif _shares_only(block):
            if _SHARING.fullmatch(_words_beside_links(block)):
                taken.add(block)
                removals.take(block, "share line")
            else:
                _take_links(block, removals)


def _take_page_marks(root: Node, removals: Removals) -> set[Node]:
    """Remove the numbers of the pages of a printed book; return the elements that are gone."""
    marks = [
        one
        for one in tree.each(root)
        if "pagebreak" in (one.get("data-epub-type") or "").split()
        or one.get("role") == "doc-pagebreak"
    ]
    gone: set[Node] = set()
    for mark in marks:
        if len(tree.words(mark)) <= _PAGE_MARK and gone.isdisjoint(tree.ancestors(mark)):
            gone.add(mark)
            removals.take(mark, "page mark")
    return gone


def _settle_permalink(heading: Node, link: Node, base: str | None, removals: Removals) -> None:
    """Remove a link from a heading to itself; keep the words of the heading."""
    href = link.get("x-href") or link.get("href") or ""
    own = "#" in href and href.partition("#")[2] in _ids(heading, link)
    here = own or href.partition("#")[0] in ("", base)
    said = tree.words(link)
    named = _PERMALINK.search(link.get("class") or "") is not None
    if said == tree.words(heading):
        if own:
            _unlink(link, removals, here=here)
        return
    if not re.search(r"\w", said) and ("#" in href or named):
        _drop_sign(link, removals, here=here)
    elif named and own:
        removals.take(link, "permalink")


def _ids(heading: Node, link: Node) -> set[str]:
    ids = {heading.get("id"), link.get("id"), link.get("name")}
    ids |= {one.get("id") or one.get("name") for one in heading.iter()}
    around = heading.getparent()
    ids |= {around.get("id")} if around is not None else set()
    return {one for one in ids if one}


def _unlink(link: Node, removals: Removals, *, here: bool) -> None:
    """Take the address off a permalink; the address of another page is named."""
    address = tree.pop(link, "x-href") if here else None
    if address:
        removals.rewrite("link", address)
    removals.unlink(link, "it is a permalink")


def _drop_sign(link: Node, removals: Removals, *, here: bool) -> None:
    """Remove a sign; its id goes to the heading, to which other links may lead."""
    heading = link.getparent()
    name = link.get("id") or link.get("name")
    if any(True for _ in link.iter("img", "picture")):
        return
    if heading is not None and name and heading.get("id") is None:
        heading.set("id", name)
    _unlink(link, removals, here=here)
    tree.drop(link)


def _is_label(block: Node) -> bool:
    more = any(True for _ in block.iter("img", "picture", "video", "x-iframe", "a"))
    if more or len(block) > 2 or sum(map(len, islice(block.itertext(), 4))) > _LABEL_MOST:
        return False
    return _LABELS.fullmatch(tree.words(block)) is not None


def _addresses(block: Node) -> Iterator[str]:
    yield from (one.get("x-href") or one.get("href") or "" for one in block.iter("a"))


def _shares_only(block: Node) -> bool:
    """Tell whether a block has only links that share the page, and few words beside these."""
    found = [address for address in _addresses(block) if address]
    if not found or not all(map(_SHARES.search, found)) or _holds_figures(block):
        return False
    said = tree.words(block)
    links = sum(len(tree.words(one)) for one in block.iter("a"))
    return len(said) <= _LONGEST and len(said) - links <= len(found) * 4 + 24


def _words_beside_links(block: Node) -> str:
    return tree.fold_space(" ".join(_texts_outside(block)))


def _texts_outside(element: Node) -> Iterator[str]:
    """Yield the texts of an element that stand in no link."""
    if element.tag != "a":
        yield element.text or ""
        for child in element:
            yield from _texts_outside(child)
            yield child.tail or ""


def _take_links(block: Node, removals: Removals) -> None:
    """Remove the links that share the page, but for a link within a sentence."""
    for link in tree.each(block, "a"):
        before, around = link.getprevious(), link.getparent()
        said = before.tail if before is not None else around.text if around is not None else ""
        if tree.is_unseen(said) or tree.is_unseen(link.tail):
            removals.take(link, "share line")


def _holds_figures(block: Node) -> bool:
    return any(True for _ in block.iter("figure", "video", "x-iframe", "table", "pre"))
