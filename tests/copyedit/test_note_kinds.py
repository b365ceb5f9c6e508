"""The labels of notes without a title, in the language of the article."""

import pytest

import printkit
from tests.support.dialect_bodies import read_dialect
from tests.support.printed_articles import read_aloud


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Avertissement"), ("de", "Warnung"), ("ar", "تحذير"), ("pt-BR", "Aviso"),
        ("zh-TW", "警告"), ("ru", "Предупреждение"), ("en-GB", "Warning"), ("sw", "Warning"),
    ],
)  # fmt: skip
def test_an_alert_has_its_title_in_the_language_of_the_article(language: str, title: str) -> None:
    """Where printkit has no words for the language, the title is English."""
    record = {"headline": "T", "body": "> [!WARNING]\n> Xyz", "body_format": "markdown"}
    printed = printkit.export({**record, "language": language}, name="alert")
    assert f"{title}Xyz" in "".join(read_aloud(printed.pdf).split())


@pytest.mark.parametrize(
    "written",
    ["> [!tip]\n> x", "!!! tip\n    x", "{{< tip >}}x{{< /tip >}}", "::: tip\nx\n:::",
     "```{tip}\nx\n```",
     "{{% notice tip %}}x{{% /notice %}}"],
)  # fmt: skip
def test_every_program_has_these_labels(written: str) -> None:
    """The label of a note without a title is its kind."""
    assert read_dialect(written, language="fr").html == "<aside><b>Conseil</b><p>x</p></aside>"


@pytest.mark.parametrize(
    ("written", "label"),
    [("> [!tip] Tip\n> x", "Tip"), ("> [!bug]\n> x", "Bug"), ('!!! tip "Own"\n    x', "Own")],
)
def test_other_labels_stay(written: str, label: str) -> None:
    """A title is the writer's; a kind that GitHub does not have is printed as it is written."""
    found = read_dialect(written, language="fr").html
    assert found == f"<aside><b>{label}</b><p>x</p></aside>"


def test_a_label_that_only_looks_like_ours_loses_no_word() -> None:
    """The body of a record may use our class."""
    body = '<div><summary class="kind-of-note">Note <i>this</i></summary>b</div>'
    assert "<b>Note <i>this" in read_dialect(body, "html", language="fr").html
    body = body.replace(" <i>this</i>", "")
    assert "<b>Remarque</b>" in read_dialect(body, "html", language="fr").html
