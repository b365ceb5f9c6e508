"""A raw body in HTML → every item that a browser shows."""

import pytest

from printkit.preflight.inventory.html_items import Item, read_html


def said(body: str, kind: str = "words") -> list[str]:
    """Return the words of the items of one kind, with single spaces."""
    return [" ".join(one.words.split()) for one in read_html(body, "") if one.kind == kind]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One</p><p>Two <b>bold</b></p>", ["One", "Two bold"]),
        ("One<br>Two", ["One", "Two"]),
        ("<button>Buy</button><label>Mail <input></label>", ["Buy", "Mail"]),
        ("<details><summary>More</summary>Words</details>", ["More", "Words"]),
        ("<svg><title>x</title><text>Axis</text><tspan>Year</tspan></svg>", ["Axis", "Year"]),
        ("<svg><text>To<tspan>ns</tspan><tspan y=9>b</tspan></text></svg>", ["To ns", "b"]),
        ("<svg><switch><text>a</text><text>b</text></switch></svg>", ["a"]),
        ("<x-a><template shadowrootmode=open>In</template></x-a>", ["In"]),
        ("<iframe srcdoc='<p>In a frame</p>'></iframe>", ["In a frame"]),
        ("<dialog open>A talk</dialog><dialog>no</dialog>", ["A talk"]),
        ("<canvas>A chart</canvas><object>Words</object>", ["A chart", "Words"]),
        ("<x-card>Words<amp-anim alt=x></amp-anim></x-card>", ["Words"]),
        ("<select><option>North<option selected>South</select>", ["North", "South"]),
        ("<textarea>Words</textarea><output>42</output>", ["Words", "42"]),
        ("<embed>One<p>Two</p>", ["One", "Two"]),
        ("<video><track>no</video><wbr>One<p>Two</p>", ["One", "Two"]),
        ("<span style='display:block'>Three</span><span>Two</span>", ["Three", "Two"]),
    ],
)
def test_all_that_a_browser_shows_is_read(body: str, texts: list[str]) -> None:
    """Blocks are items of their own, each block with the words of its inner elements."""
    assert said(body) == texts


@pytest.mark.parametrize(
    "body",
    [
        "<script>no</script><style>no</style><template>no</template><noscript>no</noscript>",
        "<p hidden>no</p><p style='display: none'>no</p><p style='VISIBILITY:hidden'>no</p>",
        "<p class='sr-only'>no</p><dialog>no</dialog>",
        "<input type=hidden value=no><!-- no --><noscript>no</noscript>",
        "<i aria-hidden=true>→</i>",
        "<datalist><option>no</datalist>",
        "<svg><defs><text>no</text></defs></svg><amp-list><p fallback>no</p></amp-list>",
    ],
)
def test_things_that_a_browser_hides_are_not_read(body: str) -> None:
    """No reader of the web page misses such things."""
    assert read_html(body, "") == []


def test_the_words_of_fields_and_buttons_are_controls() -> None:
    """The words are the value of a field, or the words that an empty field shows."""
    body = "<input type=submit value=Send><input placeholder=Name><optgroup label=Ports>"
    assert said(body, "control") == ["Send", "Name", "Ports"]
    assert said("<my-image caption='At dawn' credit=Li></my-image>", "control") == ["At dawn", "Li"]


def test_a_formula_has_its_signs_and_its_source() -> None:
    """Paper may show the signs or the source."""
    body = (
        "<math alttext='x squared'><msup><mi>x</mi><mn>2</mn></msup>"
        "<annotation encoding='application/x-tex'>x^2</annotation></math>"
        "<script type='math/tex'>y^3</script>"
    )
    found = [(one.kind, one.words.splitlines()) for one in read_html(body, "")]
    assert found == [("built formula", ["x 2", "x squared", "x^2"]), ("formula", ["y^3"])]


def test_addresses_are_absolute_and_places_are_named() -> None:
    """Links to a place in the text are no addresses."""
    body = "<ul><li><a href='/b'>B</a> <a href='#c'>C</a></li></ul><iframe src='/film'></iframe>"
    found = [one for one in read_html(body, "https://example.org/n/") if one.addresses]
    assert found == [
        Item("link", "", "div ul li a", ("https://example.org/b",)),
        Item("embed", "", "html body div iframe", ("https://example.org/film",)),
    ]


@pytest.mark.parametrize(
    "formula",
    [
        "<m:math><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac></m:math>",
        "<math><menclose notation='radical'><mn>12</mn></menclose></math>",
    ],
)
def test_formulas_with_a_prefix_or_a_frame_are_built(formula: str) -> None:
    """The places of their signs mean something: 1/2 is not 12."""
    (item,) = read_html(formula, "")
    assert (item.kind, "".join(item.words.split())) == ("built formula", "12")


def test_an_element_that_never_ends_has_only_its_own_words() -> None:
    """The end tag of our own box is no word of the body."""
    items = read_html("<p>a</p><plaintext>b <i>c", "")
    assert [item.words.strip() for item in items] == ["a", "b <i>c"]
