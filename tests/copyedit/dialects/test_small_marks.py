"""Lines of program, marks of columns, formulas in a sentence, addresses."""

import pytest

import printkit
from tests.support.dialect_bodies import read_dialect
from tests.support.printed_articles import read_aloud


@pytest.mark.parametrize(
    "program",
    [
        "export const y = 1",
        "export const meta = {\n  title: 'x',\n  tags: [\n 'a']\n}",
        "export const [a, b] = c",
        "import {\n  A,\n  B,\n} from 'x'",
        "export default function Page() {\n  return 1\n}",
        "export default Layout",
        "export { x } from './x'",
        "export * from './x'",
        "export let a: number = 3;",
    ],
)
def test_a_line_of_program_is_no_text(program: str) -> None:
    """A remark has its words."""
    found = read_dialect(f"Before.\n\n{program}\n\nAfter.")
    assert found.html == "<p>Before.</p><p>After.</p>"
    assert found.removed["PK301"] == [" ".join(program.split())]


def test_words_that_begin_with_export_are_text() -> None:
    """Goods are exported, too."""
    body = "import of goods rose.\n\nexport default values are high\n\nexport let us down"
    words = (
        "<p>import of goods rose.</p><p>export default values are high</p><p>export let us down</p>"
    )
    assert read_dialect(body).html == words


@pytest.mark.parametrize("parted", ["{}\n<--->\n{}", "{}\n\n<--->\n\n{}"])
def test_columns_of_the_book_theme_are_parted(parted: str) -> None:
    """Blank lines around the mark make no difference."""
    body = f"{{{{< columns >}}}}\n{parted.format('Left', 'Right')}\n{{{{< /columns >}}}}"
    assert read_dialect(body).html == "<p>Left</p><p>Right</p>"


def test_a_formula_in_a_sentence_stays_in_the_sentence() -> None:
    """Kramdown writes two dollars there, too; alone on its lines the formula is set apart."""
    found = read_dialect("Energy is $$E=mc^2$$ in words.\n\n$$a=1$$\n\nSee\n$$\nc=3\n$$\nend")
    assert found.html.count("<p>") == 3
    assert found.html.count('<p class="equation">') == 2
    assert found.html.startswith('<p>Energy is <span class="formula"')


def test_a_raised_number_is_copied_raised() -> None:
    """As in formulas: 10³ is no 103."""
    record = {"headline": "T", "body": "It was 10^3^ or 10^-3^ m^2^.", "body_format": "markdown"}
    said = read_aloud(printkit.export(record, name="raised").pdf)
    assert "Itwas10³or10⁻³m²." in "".join(said.split())


def test_files_of_pelican_are_found() -> None:
    """Pictures and files have addresses; only Pelican knows the addresses of other pages."""
    body = "![B](|filename|/pics/c.jpg)\n\n![E]({filename}e.jpg)\n\n![F]({attach}f.jpg)\n\n"
    found = read_dialect(f"{body}[a]({{filename}}/b.md) [tag]({{tag}}harbour)")
    assert [picture[0] for picture in found.pictures] == ["/pics/c.jpg", "e.jpg", "f.jpg"]
    assert found.removed["PK302"] == ["/b.md", "harbour"]
