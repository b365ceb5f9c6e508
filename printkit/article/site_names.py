"""Site names: a line and the names of a site go in, the line without these names comes out.

The title of a web page is a headline with the name of the site: `Harbour opens | The Quay`.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from printkit.article.article import Article
from printkit.text.comparing import letters
from printkit.text.patterns import regex
from printkit.text.printed_address import site_of

_BETWEEN = regex(r"(\s+[-–—·•:@«»‹›~/|]{1,2}\s+|\s*[|｜]\s*)")
_KEYS = frozenset(("site", "sitename", "ogsitename", "blog", "blogname", "website", "publication",
                   "feedtitle", "provider", "providername"))  # fmt: skip
_HOST_LEAST = 4  # letters of the part of an address that is compared with names
_LONGEST = 1_000  # characters of a headline
_PARTS_MOST = 12


class PartedLine(NamedTuple):
    """A line without the name of its site, and the words that were cut off; empty if none."""

    line: str
    cut: str


def site_names(article: Article) -> frozenset[str]:
    """Return the names of the site of an article, reduced to the letters that are compared.

    The source, other keys of the record, and the host of the address name the site.
    """
    given = [article.source.name if article.source else ""]
    for key, value in article.extra.items():
        if letters(key) in _KEYS:
            named = value.get("name") if isinstance(value, Mapping) else value
            given.append(named if isinstance(named, str) else "")
    return frozenset(filter(None, (*map(letters, given), *_names_in_address(article.url or ""))))


def _names_in_address(url: str) -> Collection[str]:
    host = site_of(url)
    names = [letters(host), *map(letters, host.split(".")[:-1][-1:])]
    return [name for name in names if len(name) >= _HOST_LEAST]


def part_site(line: str, names: Collection[str], section: str = "") -> PartedLine:
    """Cut the name of a site off a line, behind the headline or before it.

    The words behind the name go, too, and so does the section between headline and name.

    Args:
        line: a headline, or the title of a page.
        names: the names of the site, as `site_names` returns them.
        section: of the article; may be empty.
    """
    if len(line) > _LONGEST or not names:
        return PartedLine(line, "")
    parts = _BETWEEN.split(line)[: 2 * _PARTS_MOST + 1]
    at = next((one for one in range(2, len(parts), 2) if _is_name(parts[one], names)), None)
    if at is not None:
        while at > 2 and section and letters(parts[at - 2]) == letters(section):
            at -= 2
        kept, cut = "".join(parts[: at - 1]), line[len("".join(parts[:at])) :]
    elif len(parts) > 2 and _is_name(parts[0], names):
        kept, cut = line[len("".join(parts[:2])) :], parts[0]
    else:
        return PartedLine(line, "")
    is_headline = bool(letters(kept)) and not _is_name(kept, names)
    return PartedLine(kept.strip(), cut.strip()) if is_headline else PartedLine(line, "")


def _is_name(part: str, names: Collection[str]) -> bool:
    said = letters(part)
    return bool(said) and (said in names or said.removeprefix("the") in names)
