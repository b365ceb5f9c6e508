"""Containers of Docusaurus, VuePress, Pandoc and MkDocs; directives of MyST; callouts."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("::: tip My *tip*\nBody\n:::", "<aside><b>My <em>tip</em></b><p>Body</p></aside>"),
        (":::note[Own title]\n\nBody\n\n:::", "<aside><b>Own title</b><p>Body</p></aside>"),
        (":::danger\nBody\n:::", "<aside><b>Danger</b><p>Body</p></aside>"),
        (":::{warning} Mind\n:class: dropdown\nBody\n:::", "<aside><b>Mind</b><p>Body</p></aside>"),
        ('::: {.callout-note title="A title" #x}\nBody\n:::',
         "<aside><b>A title</b><p>Body</p></aside>"),
        ('<Tabs>\n<TabItem value="a" label="Apple">\n\nRed\n\n</TabItem>\n</Tabs>',
         "<b>Apple</b><p>Red</p>"),
        ('<Callout type="warning" title="Mind">Words</Callout>',
         "<aside><b>Mind</b><p>Words</p></aside>"),
        ('::youtube[Title]{#abc}', '<p class="embed">Title <a href="https://www.youtube.com/watch?v=abc">'
         "https://www.youtube.com/watch?v=abc</a></p>"),
        (":::{code-block} python\nx = *y*\n:::", "<pre><code>x = *y*</code></pre>"),
        ("```js [config.js]\nx\n```", "<b>config.js</b><pre><code>x</code></pre>"),
        ("::: details Click\nBody\n:::", "<b>Click</b><p>Body</p>"),
        (":::: tabs\n::: tab Linux\napt\n:::\n::: tab Mac\nbrew\n:::\n::::",
         "<b>Linux</b><p>apt</p><b>Mac</b><p>brew</p>"),
        ("::: warning\n```\n:::\n```\n:::",
         "<aside><b>Warning</b><pre><code>:::</code></pre></aside>"),
        ('::: {.columns}\n::: {.column width="40%"}\nleft\n:::\n::: {.column}\nright\n:::\n:::',
         "<p>left</p><p>right</p>"),
        ("/// note | Bars\nBody\n///", "<aside><b>Bars</b><p>Body</p></aside>"),
        (":::: unclosed\ntext", "<p>:::: unclosed text</p>"),
        ("```{note} A *note*\n:class: x\nBody *5*\n```",
         "<aside><b>A <em>note</em></b><p>Body <em>5</em></p></aside>"),
        ("````{tab-set}\n```{tab-item} One\n1\n```\n````", "<b>One</b><p>1</p>"),
        ("```{admonition} Title\nBody\n```", "<aside><b>Title</b><p>Body</p></aside>"),
        ("```{code-block} python\n:caption: a.py\n\n*x*\n```",
         "<b>a.py</b><pre><code>*x*</code></pre>"),
        ("```{r, echo=FALSE}\nx <- 1\n```", "<pre><code>x &lt;- 1</code></pre>"),
        ("```{python}\ny\n```", "<pre><code>y</code></pre>"),
    ],
)  # fmt: skip
def test_a_container_is_a_note_or_a_panel(written: str, html: str) -> None:
    """Containers may stand in containers; colons in code do not count."""
    found = read_dialect(written)
    assert found.html == html
    assert "PK301" not in found.removed


def test_an_unknown_container_is_named_and_keeps_its_words() -> None:
    """The title of the container is a label."""
    found = read_dialect("::: weird Some words\nBody\n:::")
    assert found.html == "<b>Some words</b><p>Body</p>"
    assert "PK301" in found.removed


def test_lines_of_program_are_named() -> None:
    """MDX has such lines; a sentence that begins with the same word stays."""
    found = read_dialect(
        "import Tabs from '@theme/Tabs';\n\nimport duties rise.\n\n"
        'A {/* for us */} b <Odd label="L" />.'
    )
    assert found.html == "<p>import duties rise.</p><p>A b .</p>"
    assert found.removed["PK301"] == ["import Tabs from '@theme/Tabs';", "for us", "L"]


def test_a_figure_of_myst_has_its_caption() -> None:
    """The paragraph in the directive is the caption."""
    found = read_dialect("Words.\n\n```{figure} a.jpg\n:alt: x\n:width: 300\n\nThe *caption*\n```")
    assert found.pictures == [("a.jpg", "The <em>caption</em>", "")]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("> [!NOTE]\n> Useful *words*.\n> More",
         "<aside><b>Note</b><p>Useful <em>words</em>. More</p></aside>"),
        ("> [!WARNING]\n>\n> - a", "<aside><b>Warning</b><ul><li>a</li></ul></aside>"),
        ("> [!tip]- A *title*\n> Words", "<aside><b>A <em>title</em></b><p>Words</p></aside>"),
        ("> [!info|wide]+ Out\n> Words\n> > [!todo] In\n> > deep",
         "<aside><b>Out</b><p>Words</p><aside><b>In</b><p>deep</p></aside></aside>"),
        ("> A quotation [!NOTE]", "<blockquote><p>A quotation [!NOTE]</p></blockquote>"),
        ("- [ ] todo\n- [x] done :smile:", "<ul><li>☐ todo</li><li>☑ done :smile:</li></ul>"),
    ],
)  # fmt: skip
def test_a_marked_quotation_is_a_note(written: str, html: str) -> None:
    """GitHub and Obsidian show such a quotation as a note."""
    assert read_dialect(written).html == html
