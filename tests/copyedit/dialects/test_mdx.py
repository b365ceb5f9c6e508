"""MDX: elements with values in braces, imported pictures, lines of program."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ("<Image src={require('./c.jpg')} caption={`Cap`} credit='Orla Penn' />",
         ("./c.jpg", "Cap", "Orla Penn")),
        ("<img src={require('./c.jpg').default} alt='A' style={{width: 300}} />",
         ("./c.jpg", "", "")),
        ("<Image src={useBaseUrl('/img/c.png')} />", ("/img/c.png", "", "")),
        ("import quay from './q.jpg';\n\n<Image src={quay} caption=\"Cap &quot;so&quot;\" />",
         ("./q.jpg", 'Cap "so"', "")),
        ("import quay from './q.jpg'\n\n<img src={quay.src} />", ("./q.jpg", "", "")),
        ("<ThemedImage sources={{light: '/l.png', dark: '/d.png'}} />", ("/l.png", "", "")),
        ("<figure>\n<img src={require('./z.jpg')} />\n<figcaption>Cap</figcaption>\n</figure>",
         ("./z.jpg", "Cap", "")),
        ('<Figure src={"b.jpg"} caption={<>Cap <b>bold</b></>} />',
         ("b.jpg", "Cap <b>bold</b>", "")),
        ('<Figure\n  src={"b.jpg"}\n  onLoad={() => go("a > b")}\n  caption={"Cap"}\n/>',
         ("b.jpg", "Cap", "")),
    ],
)  # fmt: skip
def test_a_picture_in_braces_is_a_picture(written: str, picture: tuple[str, str, str]) -> None:
    """Caption and credit stay with the picture."""
    assert read_dialect(f"Opening words.\n\n{written}").pictures == [picture]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('<Card title="T" href="https://o.example/c" img={<img src="d.jpg"/>}>W</Card>',
         '<b><a href="https://o.example/c">T</a></b><figure data-figure="0"></figure><p>W</p>'),
        ("<Card\n  title={'T'}\n  onClick={() => { if (a < b) { go() } }}\n>\n\n"
         "Body *so*.\n\n</Card>",
         "<b>T</b><p>Body <em>so</em>.</p>"),
        ("<Button onClick={() => go()} href={'https://o.example/b'}>Press</Button>",
         '<p><a href="https://o.example/b">Press</a></p>'),
        ('<Progress value={70} label="Nets" />', "<b>Nets</b><p>70</p>"),
        ('<PricingCard title="P" price="$9" period="month" />', "<b>P</b><p>$9 / month</p>"),
        ("<Stat value={42} label={'Boats'} />", "<b>Boats</b><p>42</p>"),
        ('<Chart data={[1,2]} labels={["Jan","Feb"]} title="T" />',
         "<b>T</b><ul><li>Jan 1</li><li>Feb 2</li></ul>"),
        ("<motion.div animate={{x: 1}}>moved</motion.div>", "<p>moved</p>"),
        ("<Card.Title>Rye</Card.Title> <Tabs.Tab label={'A'}>ale</Tabs.Tab>",
         "<p>Rye</p><b>A</b><p>ale</p>"),
        ("<>Rye <b>ale</b></>", "<p>Rye <b>ale</b></p>"),
        ("- one <Badge text={\"New\"} /> end", "<ul><li>one New end</li></ul>"),
        ("`<Card img={<img/>}>` and {x}",
         "<p><code>&lt;Card img={&lt;img/&gt;}&gt;</code> and {x}</p>"),
        ("Set {1, 2}, a < b {x}, don't {z}.", "<p>Set {1, 2}, a &lt; b {x}, don't {z}.</p>"),
        ("export const y = 1\n\nexport const d = {\n  a: 1,\n};\n\nEnd.", "<p>End.</p>"),
        ("import {\n  A,\n  B\n} from 'x'\n\nEnd.", "<p>End.</p>"),
    ],
)  # fmt: skip
def test_nothing_of_a_program_is_on_the_page(written: str, html: str) -> None:
    """Words and links stay."""
    assert read_dialect(f"Words.\n\n{written}").html == f"<p>Words.</p>{html}"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<Card title={props.title}>W</Card>", "props.title"),
        ('<Card title={t("key.title")}>W</Card>', 't("key.title")'),
        ("<Card note={`Tide ${x}`}>W</Card>", "`Tide ${x}`"),
        ("<Button href={`https://o.example/${x}`}>W</Button>", "`https://o.example/${x}`"),
    ],
)
def test_a_value_that_only_the_program_knows_is_told(written: str, told: str) -> None:
    """Half an address would lead to another page."""
    found = read_dialect(f"Words.\n\n{written}")
    assert found.removed["PK301"][0] == told
    assert "W" in found.html


@pytest.mark.parametrize(
    "marks",
    mark_slow(
        ["<A b={", "<A ", "<A b='{", "{`", "<A b={'", "<A.b ", "<>", "</>"],
        but={"<A b={", "{`", "</>"},
    ),
)
def test_a_long_run_of_marks_ends_fast(marks: str) -> None:
    """A hundred thousand characters are read, or refused by a limit."""
    body = f"Words.\n\n{marks * (100_000 // len(marks))}"
    with ends_soon(), suppress(RefusedError, RecordError):
        edit(Article(headline="H", body=body, body_format="markdown"))
