"""MkDocs and Python-Markdown: notes, tabs, snippets, marks, abbreviations."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('!!! warning "Deprecated"\n    The old flag.\n\n    Write **before** June.',
         "<aside><b>Deprecated</b><p>The old flag.</p><p>Write <strong>before</strong> June.</p>"
         "</aside>"),
        ("!!! note\n\n    Words.", "<aside><b>Note</b><p>Words.</p></aside>"),
        ('!!! tip ""\n    Words.', "<aside><p>Words.</p></aside>"),
        ("!!! danger highlight \"Don't *try*\"\n    - a\n        - b",
         "<aside><b>Don't <em>try</em></b><ul><li>a<ul><li>b</li></ul></li></ul></aside>"),
        ('??? question "Why?"\n    Because.', "<aside><b>Why?</b><p>Because.</p></aside>"),
        ("???+ info inline end\n    Words.", "<aside><b>Info</b><p>Words.</p></aside>"),
        ("Text\n!!! note\n    Words.\n\nEnd.",
         "<p>Text</p><aside><b>Note</b><p>Words.</p></aside><p>End.</p>"),
        ('- item\n\n    !!! note "In"\n        Words.\n\n    after',
         "<ul><li><p>item</p><aside><b>In</b><p>Words.</p></aside><p>after</p></li></ul>"),
        ('=== "Linux"\n\n    Use `apt`.\n\n=== "Mac"\n\n    === "Brew"\n\n        Use it.\n\nEnd.',
         "<b>Linux</b><p>Use <code>apt</code>.</p><b>Mac</b><b>Brew</b><p>Use it.</p><p>End.</p>"),
        ("!!! note\n    ```\n    !!! tip\n    ```",
         "<aside><b>Note</b><pre><code>!!! tip</code></pre></aside>"),
        ("!!! note\n    ![x](a.jpg)\n\n    ```python\n    x\n    ```",
         '<aside><b>Note</b><figure data-figure="0"></figure><pre><code>x</code></pre></aside>'),
        ("!!! Wow, that is loud", "<p>!!! Wow, that is loud</p>"),
        ("    !!! note\n        code", "<pre><code>!!! note\n    code</code></pre>"),
    ],
)  # fmt: skip
def test_a_note_has_its_title(written: str, html: str) -> None:
    """The lines of a note are Markdown, and no code."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("==marked *words*==", "<p><mark>marked <em>words</em></mark></p>"),
        ("^^new^^ and ++ctrl+alt+del++", "<p><ins>new</ins> and <kbd>ctrl+alt+del</kbd></p>"),
        ("H~2~O in m^2^.", "<p>H<sub>2</sub>O in m<sup>2</sup>.</p>"),
        ("C++ and C++, a == b and c == d, 5~6 and 7~8, x^2 and y^2.",
         "<p>C++ and C++, a == b and c == d, 5~6 and 7~8, x^2 and y^2.</p>"),
        ("{++new++} {--old--} {~~a~>b~~} {==c==}",
         "<p><ins>new</ins> <del>old</del> <del>a</del><ins>b</ins> <mark>c</mark></p>"),
        ("| a |\n|---|\n| x { .c } |",
         '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr>'
         "<td>x</td></tr></tbody></table>"),
        ("`==a==` ++ b ++", "<p><code>==a==</code> ++ b ++</p>"),
        ("[Go](https://o.example){ .md-button } *on*{: .x}!",
         '<p><a href="https://o.example">Go</a> <em>on</em>!</p>'),
        ("1. An item\n{ .annotate }", "<ol><li>An item</li></ol>"),
        ('```py title="a_b.py" hl_lines="2"\nx\n```', "<b>a_b.py</b><pre><code>x</code></pre>"),
    ],
)  # fmt: skip
def test_marks_in_a_line_are_elements(written: str, html: str) -> None:
    """Signs of programs and of arithmetic are no marks."""
    assert read_dialect(written).html == html


def test_an_abbreviation_is_told_at_its_first_use() -> None:
    """Later uses are printed as written; a remark names an abbreviation without a use."""
    found = read_dialect(
        "The HTML spec. HTML again.\n\n*[HTML]: Hyper *Text*\n*[W3C]: World Wide Web Consortium"
    )
    assert found.html == (
        '<p>The <abbr title="Hyper *Text*">HTML</abbr> (Hyper *Text*) spec. HTML again.</p>'
    )
    assert found.removed["PK301"] == ["W3C: World Wide Web Consortium"]


@pytest.mark.parametrize(
    "mark", ['--8<-- "docs/a.md"', '-8<- "docs/a.md"', "--8<--\ndocs/a.md\n--8<--"]
)
def test_a_snippet_is_named(mark: str) -> None:
    """The record lacks the other file."""
    found = read_dialect(f"Before.\n\n{mark}\n\nAfter.")
    assert found.html == "<p>Before.</p><p>After.</p>"
    assert found.removed["PK301"] == ["docs/a.md"]
