"""Outlines of Logseq, comments of MyST, lists with hashes, icons, films in sentences."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

NAME = "64f1a2b3-1111-2222-3333-444455556666"


def test_an_outline_of_logseq_is_a_list() -> None:
    """Properties with words are printed; names of items show the words of these items."""
    body = (
        f"tags:: harbour, town\n\n- First words\n  id:: {NAME}\n  author:: Ann Lee\n"
        f"\t- see (({NAME}))\n\t- {{{{embed (({NAME}))}}}}\n\t- [as said]((({NAME})))\n"
        "\t- {{query (todo now)}} TODO buy\n\t- {{video https://e.org/v}}\n"
        "\t- ![](a.jpg){:height 10, :width 20}\n- LATER Two\n  :LOGBOOK:\n  CLOCK: x\n  :END:\n"
    )
    found = read_dialect(body)
    assert found.html.startswith(
        "<p><strong>tags:</strong> harbour, town</p><ul><li>First words"
        " <strong>author:</strong> Ann Lee<ul>"
    )
    shown = "<li>see First words</li><li>First words</li><li>as said</li><li>TODO buy</li>"
    assert shown in found.html
    assert '<a href="https://e.org/v">' in found.html
    assert found.html.endswith("<li>LATER Two</li></ul>")
    assert "::" not in found.html
    assert found.removed["PK301"] == [f"id {NAME}", "(todo now)", ":LOGBOOK:", "CLOCK: x", ":END:"]


def test_an_item_of_another_page_is_named() -> None:
    """Only the program has the words of the item."""
    assert read_dialect(f"- A (({NAME})) b").removed["PK301"] == [NAME]


@pytest.mark.parametrize(
    ("body", "html", "removed"),
    [
        ("% not yet\n% done\n\n(a)=\n## B\n\nA {sub}`2`.", "A <sub>2</sub>.</p>", ["not yet done"]),
        ("#. One\n#. Two\n   more\n#. Three",
         "<ol><li>One</li><li>Two more</li><li>Three</li></ol>", None),
        ("A :fa-home: and :material-star:{ .big } b :smile:.", "<p>A and b :smile:.</p>",
         ["fa-home", "material-star"]),
        ("A (video: https://e.org/v) b.",
         '<p>A <a href="https://e.org/v">https://e.org/v</a> b.</p>', None),
        ('{% code title="a.js" overflow="wrap" %}\n```js\nlet a\n```\n{% endcode %}',
         "<b>a.js</b><pre><code>let a</code></pre>", None),
        ('{% hint style="danger" %}\nHot.\n{% endhint %}',
         "<aside><b>Danger</b><p>Hot.</p></aside>", None),
        ("{% btn https://e.org, Go, fa fa-home %}\n", '<a href="https://e.org">Go</a>', None),
        ("{% hideToggle The end %}\nHe dies.\n{% endhideToggle %}", "<b>The end</b><p>He dies.</p>",
         None),
        ("{% folding red open, The end %}\nHe dies.\n{% endfolding %}",
         "<b>The end</b><p>He dies.</p>", None),
        ("{% checkbox red checked, Buy milk %}", "☑ Buy milk", None),
        ("It is $$a²$$ or $$a + b$$ here.", "<i>a</i>²</span> or", None),
    ],
)  # fmt: skip
def test_marks_of_programs_are_no_words(body: str, html: str, removed: list[str] | None) -> None:
    """The words stay, and each mark with a meaning of its own is named."""
    found = read_dialect(body)
    assert html in found.html
    assert found.removed.get("PK301") == removed


def test_properties_in_indented_code_stay() -> None:
    """Code of a page of Logseq may show such a mark."""
    html = read_dialect("tags:: b\n\nWords.\n\n    key:: c").html
    assert "<pre><code>key:: c</code></pre>" in html


@pytest.mark.parametrize(
    "words",
    [
        "key:: in C++ std::vector is a scope",
        "50 % comment and more",
        "% of all people",
        "((double brackets)) and TODO remain",
        "The time is 12:30: fa-st",
        "#.5 is a number",
        "Costs $$ and $$ more",
    ],
)
def test_prose_that_looks_like_marks_stays(words: str) -> None:
    """No other mark of the program shows in the text."""
    found = read_dialect(words)
    assert found.html == f"<p>{words}</p>"
    assert not found.removed.get("PK301")


@pytest.mark.parametrize(
    "mark",
    mark_slow(
    ["a:: b\n", "((", f"(({NAME}))", "{{embed ", "- a\n  id:: b\n", "% a\n", "% a\n\n{a}`b`",
     "#. a\n", "#. ", "#. a\n```\n", ":fa-", ":fa-a:", "$$a+", "$$a+b$$ ", ":LOGBOOK:\n", "[a](("],
     but={"a:: b\n", "((", "#. a\n", "$$a+"}),
)  # fmt: skip
def test_long_bodies_are_read_soon(mark: str) -> None:
    """The time grows with the length, no faster."""
    body = f"(({NAME})) {{sub}}`2`\n\n" + mark * (20_000 // len(mark))
    with ends_soon(), suppress(RefusedError, RecordError):
        edit(Article(headline="H", body=body, body_format="markdown"))
