"""Called tags: tags with arguments like those of a function go in, plain tags come out.

Zola writes `{{ figure(src="a.jpg", caption="Words") }}`, Eleventy `{% image "a.jpg", "Words" %}`,
mdBook `{{#include file}}`, and Kirby `(image: a.jpg caption: Words)`.
"""

import re
from typing import NamedTuple

from printkit.text.patterns import regex

_CALL = regex(r"\s*(?P<name>[A-Za-z_][\w.:-]{0,60})(?P<said>\(.*\))\s*", re.DOTALL)
_HASHED = regex(r"\s*#(?P<name>[a-z_]{1,30})\s(?P<said>.*)", re.DOTALL)
_COMMENT = regex(r"\s*/\*(?P<said>.*)\*/\s*", re.DOTALL)
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_PARTED = regex(rf"({_QUOTED})\s*,|(=\s*[^\s,\"'=()]{{1,200}}),")
_KIRBY_KEY = regex(
    r"(?:^|\s)(image|video|gist|link|email|file|twitter|caption|alt|text|title|credit|class|width"
    r"|height|target|rel|role|lang|popup|photographer):\s"
)
_FIRST = {"image": "src", "video": "url", "gist": "url", "link": "url", "file": "url",
          "twitter": "text", "email": "url"}  # fmt: skip


class Tag(NamedTuple):
    """A tag of a site program.

    Attributes:
        written: the tag as the body has it.
        kind: `shortcode` of Hugo, `liquid` of Jekyll and its like, `value`, or `comment`.
        name: the name of the tag; a closing tag has the name of its opening tag.
        said: all that stands behind the name; of a value or a comment all of it.
        closes: whether the tag ends the words of another tag.
        alone: whether the tag says itself that no closing tag follows.
    """

    written: str
    kind: str
    name: str
    said: str
    closes: bool = False
    alone: bool = False


def arguments_of(said: str) -> str:
    """Return arguments without the brackets around them and the commas between them."""
    inside = said.strip()
    if inside.startswith("(") and inside.endswith(")"):
        inside = inside[1:-1]
    return _PARTED.sub(lambda found: f"{found[1] or found[2]} ", inside).strip()


def read_call(written: str, value: str) -> Tag | None:
    """Return the tag of a call in double braces; None if the words are no call.

    Args:
        written: the tag as the body has it.
        value: all between the braces.
    """
    if found := _COMMENT.fullmatch(value):
        return Tag(written, "liquid", "comment-of-the-site", found["said"].strip(), alone=True)
    if found := _CALL.fullmatch(value):
        return Tag(written, "shortcode", found["name"], arguments_of(found["said"]), alone=True)
    if found := _HASHED.fullmatch(value):
        return Tag(written, "shortcode", found["name"], found["said"].strip(), alone=True)
    return None


def read_kirby(written: str, said: str) -> Tag | None:
    """Return the tag of words in round brackets; None if the words are the writer's own.

    Args:
        written: the tag as the body has it.
        said: all between the brackets.
    """
    keys = list(_KIRBY_KEY.finditer(f"{said} "))
    name, end = said.partition(":")[0], keys[1].start() if len(keys) > 1 else len(said)
    first = said[len(name) + 1 : end].strip()
    looks = "@" if name == "email" else "." if name in ("image", "file") else "://"
    if " " in first or not (looks in first or (name == "twitter" and first.startswith("@"))):
        return None
    given = [(found[1], said[found.end() - 1 : _end_of_value(keys, at, said)].strip())
             for at, found in enumerate(keys)][1:]  # fmt: skip
    address = f"mailto:{first}" if name == "email" else first
    parts = [
        f'{_FIRST[name]}="{address}"',
        *(f'{key}="{_plain_text(words)}"' for key, words in given),
    ]
    name = "link" if name in ("email", "file", "twitter") else name
    return Tag(written, "shortcode", name, " ".join(parts), alone=True)


def _end_of_value(keys: list[re.Match[str]], at: int, said: str) -> int:
    return keys[at + 1].start() if at + 1 < len(keys) else len(said)


def _plain_text(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
