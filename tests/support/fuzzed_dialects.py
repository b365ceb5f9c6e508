"""Makes bodies in the dialects of Markdown, in which every word is unique.

make_dialects(7)   a body of nested notes, tabs, shortcodes and links; and its words
"""

import random
from typing import NamedTuple

_DEEPEST = 3
_INLINE = (
    "@", "@", "**@**", "==@==", "[[#|@]]", "%%@%%", "`{{< # >}}`", "x^#^", "{++@++}",
    "[box]@[/box]",
    "{{< badge >}}@{{< /badge >}}", "[@](https://o.example/#){: .x }", "{% zork @ %}",
    '{{< button href="https://o.example/#" >}}@{{< /button >}}', '[@]({{< ref "#.md" >}})',
    "[@]({% post_url # %})", '[odd title="@"]', '{{< zork "@" >}}', '<Zork label="@">@</Zork>',
    "![[#.jpg|@]]", "![[# #]]",
)  # fmt: skip
_FLAT = (
    "$", "$", "## @ {#i1}", '```py title="#.py"\n# = {{< # >}}\n```', '--8<-- "#.md"',
    '{{< figure src="#.jpg" caption="@" attr="#" >}}', "![]({static}/#.jpg)",
    '{% include figure.html src="#.png" caption="@" %}', "<div>![alt](#.jpg)@</div>",
    "<center>![](#.jpg)</center>", "%%\n@\n\n@\n%%", '{{< youtube id="#" title="@" >}}',
    "{{< highlight go >}}\n@ *#*\n{{< /highlight >}}", "{% comment %}@{% endcomment %}",
    "[vc_row][vc_column]@[/vc_column][/vc_row]", '[vc_custom_heading text="@"]',
    "| # | [[#|#]] |\n|---|---|\n| $ | # |", '{{< details "@" >}}@{{< /details >}}',
    "::youtube[@]{##}", "import X from '#';",
    "<details>\n<summary>@</summary>\n$ **#**\n</details>",
)  # fmt: skip
_AROUND = (
    ('!!! note "@"\n', "    ", ""), ('=== "@"\n', "    ", ""), ("> [!NOTE] @\n", "> ", ""),
    ("- @\n\n", "  ", ""), ('{{% notice warning "@" %}}\n', "", "\n{{% /notice %}}"),
    ('{% callout "@" %}\n\n', "", "\n\n{% endcallout %}"),
    ('<TabItem label="@">\n\n', "", "\n\n</TabItem>"),
    ('<div markdown="1">\n\n', "", "\n\n</div>"),
    ('[su_spoiler title="@"]\n\n', "", "\n\n[/su_spoiler]"),
    ('{{< zork title="@" >}}\n', "", "\n{{< /zork >}}"),
)  # fmt: skip


class DialectBody(NamedTuple):
    """A body in Markdown, and all words that must be printed or named."""

    body: str
    words: tuple[str, ...]


def make_dialects(seed: int) -> DialectBody:
    """Return a body that chance has made of the marks of all dialects."""
    maker = _Maker(random.Random(seed))
    return DialectBody(f"{maker.blocks(0)}\n\nEnd.", tuple(maker.words))


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.words: list[str] = []
        self._chance = chance

    def blocks(self, depth: int) -> str:
        return "\n\n".join(self._block(depth) for _ in range(self._chance.randint(1, 3)))

    def _block(self, depth: int) -> str:
        """Make a block: `$` is a paragraph, `@` some words, `#` a word."""
        if depth < _DEEPEST and self._chance.random() < 0.45:
            return self._nested(depth)
        flat = self._chance.choice(_FLAT)
        return self._filled(flat.replace("$", self._paragraph()))

    def _nested(self, depth: int) -> str:
        marks = "`:"[self._chance.randint(0, 1)] * (8 - depth)
        named = f"{marks}{{note}} @\n" if marks[0] == "`" else f"{marks} tip @\n"
        kinds = (*_AROUND, (named, "", f"\n{marks}"), (named, "", f"\n{marks}"))
        opening, indent, closing = self._chance.choice(kinds)
        lines = self.blocks(depth + 1).split("\n")
        inside = "\n".join(f"{indent}{line}".rstrip(" ") if line else indent for line in lines)
        return f"{self._filled(opening)}{inside}{closing}"

    def _paragraph(self) -> str:
        return " ".join(self._chance.choice(_INLINE) for _ in range(self._chance.randint(1, 3)))

    def _filled(self, pattern: str) -> str:
        pattern = pattern.replace("{##}", "{\0#}").replace("## ", "\0\0 ").replace("{#i", "{\0i")
        return "".join(map(self._filled_sign, pattern)).replace("\0", "#")

    def _filled_sign(self, sign: str) -> str:
        many = self._chance.randint(1, 4) if sign == "@" else 1
        return " ".join(self._word() for _ in range(many)) if sign in "@#" else sign

    def _word(self) -> str:
        pairs = (
            self._chance.choice("bdfgklmnprstvz") + self._chance.choice("aeiou") for _ in "1234"
        )
        self.words.append("".join(pairs))
        return self.words[-1]
