"""Links of which the page shows the address behind other words than the record."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lxml import etree

from printkit.preflight.inventory.addresses import bare_address
from printkit.preflight.inventory.html_trees import all_words
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.remarks import Removed
from printkit.text.comparing import letters
from printkit.text.printed_address import short_address

_Linked = Mapping[str, dict[str, str]]
_MOST = 200  # links whose words are compared with all words of the body


def misplaced_links(one: Compared) -> Iterator[Removed]:
    """Yield links whose words lead to another address, and addresses that lead from other words."""
    own, shown = _linked(one.body, one.base), _linked(one.page, one.base)
    leads: dict[str, set[str]] = defaultdict(set)
    for address, texts in shown.items():
        for text in texts:
            leads[text].add(address)
    open_links = [address for address in own if not own[address].keys() & shown[address].keys()]
    everything = ""
    for address in open_links[:_MOST]:
        texts = own[address]
        if "" in texts or _overlap(texts, shown[address]):
            continue  # the link of a picture, or a link that is printed in parts
        moved = next((texts[text] for text in texts if _is_wrong(leads[text], text, own)), "")
        if not moved and shown[address]:
            everything = everything or letters(all_words(one.body))
            moved = next(
                (words for text, words in shown[address].items() if text in everything), ""
            )
        if moved:
            yield Removed("link of other words", moved, "a")


def _linked(root: etree._Element, base: str) -> _Linked:
    """Return the texts of the links to each address: as compared, and as written."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        words = all_words(link)
        text = letters(words)
        is_place = href.startswith(("#", "printkit:")) or not (base or ":" in href[:12])
        # The page may print an address, which is no text of the record.
        if href and not is_place and not (text and letters(short_address(href)) in text):
            found[bare_address(href, base)][text] = " ".join(words.split())
    return found


def _overlap(texts: Mapping[str, str], others: Mapping[str, str]) -> bool:
    return any(one in other or other in one for one in texts for other in others)


def _is_wrong(addresses: set[str], text: str, own: _Linked) -> bool:
    """Tell whether words lead only to addresses to which the record leads from other words.

    An address that the record does not have is a lost link, which another rule tells.
    """
    known = addresses & own.keys()
    return bool(known) and not any(text in own[address] for address in known)
