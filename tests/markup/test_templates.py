"""Templates: every template can be read, no word becomes markup, the user's own come first."""

import json
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

import printkit
from printkit.errors import PrintkitError, ThemeError
from printkit.markup.templates import fill_part, fill_template, generator, refuse_broken_templates
from printkit.themes import TEMPLATES
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme
from tests.support.printed_articles import print_article, read_pages
from tests.support.sample_digests import make_linked_issue
from tests.support.sample_records import PLAIN, RICH

PAGES = sorted(path.name for path in TEMPLATES.glob("*.*ml"))
SUPER = '{% extends "base/article.html" %}'


def exported(folder: Path, record: dict[str, Any] = PLAIN, **texts: str) -> printkit.Result:
    """Print a record with templates of a user."""
    return printkit.export(record, templates=write_templates(folder, **texts))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_left_out_unsaid(name: str) -> None:
    """A value that a template uses and does not get is an error, not a gap."""
    with pytest.raises(UndefinedError):
        fill_template(name, None)


def test_words_are_escaped() -> None:
    """The words are escaped in macros, too."""
    assert "&lt;b&gt;" in fill_part("parts/dateline.html", "paragraph", "<b>")


def test_the_program_is_named_with_its_version() -> None:
    """The name stands in colophon and metadata."""
    assert generator().startswith("printkit ")


def test_a_template_that_only_extends_ours_prints_the_same_bytes(tmp_path: Path) -> None:
    """The rule holds for article, parts and pages of a digest."""
    made = exported(tmp_path, RICH, article=SUPER, page='{% extends "base/page.html" %}')
    assert made.pdf == print_article(RICH).pdf
    assert made.markup == print_article(RICH).markup


def test_the_users_own_template_wins(tmp_path: Path) -> None:
    """The user's template adds to a block of printkit's, and shows any field of the record."""
    more = "{% block body %}{{ super() }}<p>Filed as {{ article.headline }}</p>{% endblock %}"
    made = exported(tmp_path, article=SUPER + more)
    assert made.remarks == ()
    assert f"Filed as {PLAIN['headline']}" in " ".join(read_pages(made.pdf)[0].split())


def test_a_page_of_the_users_own_is_under_every_other_template(tmp_path: Path) -> None:
    """Printkit's templates that extend page.html find the user's page.html."""
    page = '{% extends "base/page.html" %}{% block title %}{% endblock %}'
    text = (TEMPLATES / "page.html").read_text(encoding="utf-8")
    made = exported(tmp_path, page=text.replace("</body>", "<p>On every page</p></body>"))
    assert "On every page" in read_pages(made.pdf)[-1]
    assert exported(tmp_path, page=page).pdf == print_article(PLAIN).pdf


def test_a_part_may_have_only_some_of_its_macros(tmp_path: Path) -> None:
    """A macro that the user's file leaves out is taken from printkit's part."""
    figure = (
        '{% macro figure(shown, role="") %}<p id="{{ shown.anchor }}">A picture</p>{% endmacro %}'
    )
    record = {**RICH, "body": '<p>One <img src="x.png" alt="y"> two</p>'}
    made = exported(tmp_path, record, parts__figure=figure)
    assert "A picture" in "".join(read_pages(made.pdf))


def test_words_of_a_record_are_escaped_in_the_users_own_template(tmp_path: Path) -> None:
    """Escaping is always on."""
    record = {**PLAIN, "headline": "A <script>x</script> of <b>words</b>"}
    made = exported(
        tmp_path,
        record,
        article=SUPER + "{% block head %}<title>{{ article.headline }}</title>{% endblock %}",
    )
    assert "<script>" not in made.markup
    assert "<title>A &lt;script&gt;" in made.markup


def test_isolated_words_are_elements_and_an_empty_field_is_empty(tmp_path: Path) -> None:
    """A text whose marks have lost a partner has no elements."""
    shown = "[{{ '\u2066<5>\u2069' | bdi }}{{ '\u2067<6' | bdi }}{{ article.kicker | bdi }}]"
    made = exported(
        tmp_path,
        RICH | {"kicker": None},
        article=SUPER + f"{{% block head %}}{shown}{{% endblock %}}",
    )
    assert '[<bdi dir="ltr">&lt;5&gt;</bdi>&lt;6]' in made.markup


@pytest.mark.parametrize(
    ("texts", "where", "told"),
    [
        ({"article": "\n\n{{ titel }}"}, "article.html:3", "'titel' is undefined"),
        ({"article": "\n{{ titel }}"}, "article.html:2", "The page's template gets: article, attr"),
        ({"article": "\n{% if %}"}, "article.html:2", "Expected an expression"),
        ({"article": "\n{{ article.headline | safe }}"}, "article.html:2", "always escaped"),
        ({"article": "\n{{ article.model_copy() }}"}, "article.html:2", "unsafe"),
        (
            {"article": "\n{{ article.headline.upper }}"},
            "article.html:2",
            "write () behind its name",
        ),
        ({"article": "\n{{ article.tags | bdi }}"}, "article.html:2", "a page cannot show"),
        ({"article": "\n{{ 'x' * 10 ** 9 }}"}, "article.html:2", "larger than 100,000"),
        ({"article": "\n{{ 1 / 0 }}"}, "article.html:2", "division by zero"),
        (
            {"article": "\n{{ article.kicker.upper() }}"},
            "article.html:2",
            "an empty value has no upper",
        ),
        ({"article": '\n{% include "x.html" %}'}, "article.html:2", "there is no template x.html"),
        (
            {"article": '{{ attribution.word("tide") }}'},
            "article.html:1",
            "no word or value 'tide'",
        ),
        ({"article": '{% extends "article.html" %}'}, "article.html:1", "includes itself"),
        ({"article": '{% extends "../../x.html" %}'}, "article.html:1", "no template ../../x.html"),
        ({"article": '{% extends "base/../x" %}'}, "article.html:1", "no template base/../x"),
        ({"article": '{% include "/etc/hostname" %}'}, "article.html:1", "no template /etc/host"),
        (
            {"parts__dateline": "{% macro dateline(words) %}\n\n{{ words.nix }}{% endmacro %}"},
            "parts/dateline.html:3",
            "a text has no nix",
        ),
        (
            {"parts__article": "\n{{ it.headline }}"},
            "parts/article.html:2",
            "an article layout has no headline; did you mean article.headline?",
        ),
    ],
)
def test_an_error_in_a_template_is_one_clear_error(
    tmp_path: Path, texts: dict[str, str], where: str, told: str
) -> None:
    """For every kind of fault, the error has the user's file and line."""
    with pytest.raises(ThemeError) as caught:
        exported(tmp_path, RICH | {"kicker": None}, **texts)
    assert caught.value.where == str(tmp_path / "templates" / where)
    assert told in str(caught.value)


@pytest.mark.slow
@pytest.mark.usefixtures("cold_cache")
def test_a_digest_prints_with_the_users_own_templates(
    tmp_path: Path,
) -> None:
    """Own pages and articles use the templates; a changed template is not taken from the cache."""
    records, choices = make_linked_issue(4)
    own = {
        "contents": '{% extends "base/contents.html" %}{% block matter %}{{ super() }}'
        "<p>Contents end here</p>{% endblock %}",
        "parts__article": '{% include "base/parts/article.html" %}<p>Article ends WORD</p>',
    }
    made = []
    for word in ("here", "there"):
        texts = {name: text.replace("WORD", word) for name, text in own.items()}
        folder = write_templates(tmp_path, **texts)
        made.append(printkit.digest(records, **choices, templates=folder))
    first, second = ("".join(read_pages(one.pdf)) for one in made)
    assert "Contents end here" in first
    assert first.count("Article ends here") == second.count("Article ends there") == 4
    assert all(one.remarks == () for one in made)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            {"parts__article": '<article class="article"><h1>{{ it.article.headline }}</h1>'},
            "/templates: the template of the page prints no element with the id a",
        ),
        (
            {"furniture": '{% extends "page.html" %}{% block body %}<p>{% endblock %}'},
            "take 1 pages",
        ),
        (
            {
                "contents": '{% extends "base/contents.html" %}'
                "{% block matter %}<h1>x</h1>{% endblock %}"
            },
            "/templates/contents.html: the page prints 2 h1, and needs one for each part: contents",
        ),
        (
            {"colophon": "<p>Made by hand</p>"},
            "/templates/colophon.html: the page prints no h1 with the id colophon",
        ),
        (
            {
                "sources": '{% extends "base/sources.html" %}'
                "{% block matter %}<h1>x</h1>{{ super() }}{% endblock %}"
            },
            "/templates/sources.html: the page prints 4 h1, and needs one for each part: sources, "
            "picture-credits, colophon",
        ),
        (
            {"cover": '{% extends "base/cover.html" %}\n{% block body %}{{ nix }}{% endblock %}'},
            "cover.html:2",
        ),
    ],
)
def test_a_template_that_a_digest_cannot_use_is_told(
    tmp_path: Path, texts: dict[str, str], told: str
) -> None:
    """The error names the part that contents, links or running heads need."""
    records, choices = make_linked_issue(2)
    with pytest.raises(PrintkitError) as caught:
        printkit.digest(
            records, **choices, templates=write_templates(tmp_path, **texts), cache=False
        )
    assert isinstance(caught.value, ThemeError)
    assert told in str(caught.value)


def test_all_templates_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    """Templates that this page does not need are read, too: another page may need them later."""
    folder = write_templates(tmp_path, cover="\n{% if %}", note="{{", article=SUPER)
    with pytest.raises(ThemeError) as caught:
        printkit.export(PLAIN, templates=folder)
    places = [one.partition(": ")[0] for one in caught.value.problems]
    assert places == [f"{folder}/cover.html:2", f"{folder}/note.html:1"]
    with pytest.raises(ThemeError, match=r"cover\.html:2"):
        refuse_broken_templates(folder)
    refuse_broken_templates(None)


def test_a_style_that_hides_an_element_is_blamed_on_the_theme(tmp_path: Path) -> None:
    """The template prints the id: so the template is not at fault."""
    theme = write_theme(tmp_path, ".headline { display: none }")
    records, choices = make_linked_issue(2)
    with pytest.raises(ThemeError, match="the style hides the element with the id a"):
        printkit.digest(records, **choices, theme=theme, cache=False)


def test_latin_words_of_a_hebrew_issue_keep_their_signs(tmp_path: Path) -> None:
    """Cover, contents, section and article isolate the words of the other direction."""
    record = {
        "headline": "C++",
        "subheadline": "Deck in English, 5!",
        "section": "Go++ ועוד",
        "language": "he",
        "date_published": "2024-11-20",
        "body": "<p>שלום עולם.</p>",
    }
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    made = printkit.digest(tmp_path, title="Weekly (5)", language="he")
    words = "".join(read_pages(made.pdf))
    for right, wrong in (("C++", "++C"), ("5!", "!Deck"), ("++", "++GO"), ("(5)", "(5)W")):
        assert right in words
        assert wrong not in words
