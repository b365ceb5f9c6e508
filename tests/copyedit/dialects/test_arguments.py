"""Arguments of shortcodes: words and figures are printed or told, settings are left out."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('[et_pb_blurb title="T" weather="rain"]W[/et_pb_blurb]', "rain"),
        ('[recent_posts number="5"]', "5"),
        ('[fusion_person name="N" facebook="https://o.example/f"]W[/fusion_person]',
         "https://o.example/f"),
        ('{{< figure src="a.jpg" numero="12" >}}', "12"),
        ('{% include figure.html src="a.jpg" year="1912" %}', "1912"),
    ],
)  # fmt: skip
def test_what_no_form_prints_is_told(written: str, told: str) -> None:
    """The value decides, under any name of the argument."""
    assert told in read_dialect(f"{written}\n\nWords.").removed["PK301"]


@pytest.mark.parametrize(
    "written",
    ['::: {.panel edition="Second"}\nWords.\n:::', '# Head {edition="Second"}\n\nWords.'],
)
def test_attributes_of_containers_and_blocks_are_told(written: str) -> None:
    """Such attributes are told like arguments of shortcodes."""
    assert "Second" in read_dialect(written).removed["PK301"]


@pytest.mark.parametrize(
    "written",
    [
        '[et_pb_blurb title="T" title_font_size="18px" background_color="#fff" use_icon="on"'
        ' animation="zoom" admin_label="Mine" module_class="x y" _builder="4"]W[/et_pb_blurb]',
        '[av_textblock size="" av_uid="av-kx1"]W[/av_textblock]',
        '[su_note note_color="#ffe" radius="3"]W[/su_note]',
        '[vc_single_image src="a.jpg" img_size="large" css=".vc{color:red}" el_class="wide"]',
        '{{< figure src="a.jpg" width="300" height="20" class="big" loading="lazy" >}}',
        '{{< admonition type=tip title="T" open=false >}}W{{< /admonition >}}',
        '<TabItem value="rye" label="Rye" default>W</TabItem>',
    ],
)
def test_settings_are_not_told(written: str) -> None:
    """Settings are sizes, colours, switches, and names for the style sheet."""
    said = read_dialect(f"{written}\n\nWords.").removed.get("PK301", [])
    assert [one for one in said if not one.startswith(("et_pb_", "av_"))] == []


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("{{< color red >}}rye{{< /color >}} end", "<p>rye end</p>"),
        ('{{< font "#aa0000" >}}rye{{< /font >}} end', "<p>rye end</p>"),
        ('{{< abbr title="Long name" >}}LN{{< /abbr >}} end', "<p>LN (Long name) end</p>"),
        ("::: {layout-ncol=2}\nrye\n:::", "<p>rye</p>"),
        ("[tooltip text=Tip]rye[/tooltip] end", "<p>rye (Tip) end</p>"),
        ("[av_promobox button='yes' label='Label' link='https://o.example/p']W[/av_promobox]",
         '<p>W</p><p><a href="https://o.example/p">Label</a></p>'),
        ('{% include video id="-Pv" provider="youtube" %}',
         '<p class="embed"><a href="https://www.youtube.com/watch?v=-Pv">'
         'https://www.youtube.com/watch?v=-Pv</a></p>'),
        ('<Button href="https://o.example/b">Go</Button>',
         '<p><a href="https://o.example/b">Go</a></p>'),
        ('{{< tabs items="A,B" >}}{{< tab >}}1{{< /tab >}}{{< tab >}}2{{< /tab >}}{{< /tabs >}}',
         "<b>A</b><p>1</p><b>B</b><p>2</p>"),
        ("<Tabs items={['A', 'B']}><Tab>one</Tab><Tab>two</Tab></Tabs>",
         "<b>A</b><p>one</p><b>B</b><p>two</p>"),
    ],
)  # fmt: skip
def test_a_setting_is_no_word(written: str, html: str) -> None:
    """The words stay as the site shows the words."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ('[vc_single_image source="external_link" custom_src="a.jpg" caption="Cap"]',
         ("a.jpg", "Cap", "")),
        ("[av_image src='a.jpg' caption='yes']Cap[/av_image]", ("a.jpg", "Cap", "")),
        ("{% picture a.jpg --alt Words here --img width=3 %}", ("a.jpg", "", "")),
        ('[video src="https://o.example/v.mp4" poster="a.jpg"][/video]', ("a.jpg", "", "")),
        ('<Figure src={"a.jpg"} caption={"Cap"} />', ("a.jpg", "Cap", "")),
        ("<Image src={require('a.jpg')} caption={`Cap`} credit='Orla Penn' />",
         ("a.jpg", "Cap", "Orla Penn")),
    ],
)  # fmt: skip
def test_a_picture_has_its_own_words(written: str, picture: tuple[str, str, str]) -> None:
    """No switch is a caption or a credit, and braces hide no address."""
    assert read_dialect(f"Opening words.\n\n{written}").pictures == [picture]


@pytest.mark.parametrize(
    "written",
    [
        "{::comment}\nRye\n\nmore rye\n{:/comment}\n\nShown.",
        "{::comment}\nRye {:/}\n\nShown.",
        "Shown{::comment} Rye{:/comment}.",
        '{::options parse_block_html="true" /}\n\nShown.',
        "{::nomarkdown}<em>Shown.</em>{:/nomarkdown}",
    ],
)
def test_comments_of_kramdown_are_not_published(written: str) -> None:
    """The tags around a comment go, too; a remark has the words."""
    found = read_dialect(written)
    assert found.html.replace("<em>", "").replace("</em>", "") == "<p>Shown.</p>"
    told = " ".join(found.removed.get("PK301", []))
    assert ("rye" in written.lower()) == ("Rye" in told)


def test_a_tag_of_kramdown_in_code_stays() -> None:
    """An article about kramdown shows its tags."""
    assert (
        "<code>{::comment}a{:/comment}</code>"
        in read_dialect("See `{::comment}a{:/comment}`.").html
    )


def test_quarto_writes_the_caption_of_a_picture_as_an_attribute() -> None:
    """The description of the picture is an attribute, too."""
    read = read_dialect('Words.\n\n![](c.jpg){fig-alt="A quay" fig-cap="The quay"}\n\nWords.')
    assert read.pictures == [("c.jpg", "The quay", "")]
    assert "A quay" not in read.removed.get("PK301", [])
