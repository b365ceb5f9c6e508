"""WordPress: page builders, and brackets of writers."""

import pytest

from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('[vc_row][vc_column width="1/2"][vc_column_text]<p>One [sic].</p>[/vc_column_text]'
         "[/vc_column][/vc_row]<p>He said [laughs].</p>",
         "<p>One [sic].</p><p>He said [laughs].</p>"),
        ('[vc_custom_heading text="The &amp; heading"]', "<h2>The &amp; heading</h2>"),
        ('[vc_tta_section title="Tab one" tab_id="1"]In it[/vc_tta_section]',
         "<b>Tab one</b><p>In it</p>"),
        ('[vc_btn title="Book" link="url:https%3A%2F%2Fo.example%2Fb||target:_blank"]',
         '<p><a href="https://o.example/b">Book</a></p>'),
        ('[et_pb_blurb title="Blurb" url="https://o.example/b"]Words[/et_pb_blurb]',
         '<b><a href="https://o.example/b">Blurb</a></b><p>Words</p>'),
        ('[et_pb_button button_url="https://o.example/c" button_text="Call us" /]',
         '<p><a href="https://o.example/c">Call us</a></p>'),
        ('[su_quote cite="Orla Penn"]Quote[/su_quote]',
         "<blockquote><p>Quote</p><p><cite>Orla Penn</cite></p></blockquote>"),
        ('[su_spoiler title="Open"]Told[/su_spoiler]', "<b>Open</b><p>Told</p>"),
        ("[su_dropcap]W[/su_dropcap]hen it [su_highlight]glows[/su_highlight].",
         "<p>When it glows.</p>"),
        ("[fusion_title]Title[/fusion_title][fusion_text]Words[/fusion_text]",
         "<h2>Title</h2><p>Words</p>"),
        ("[av_heading heading='Av head' tag='h2'][av_textblock size='']Text[/av_textblock]",
         "<h2>Av head</h2><p>Text</p>"),
        ("[av_button label='Go' link='manually,https://o.example/a']",
         '<p><a href="https://o.example/a">Go</a></p>'),
        ('[button url="https://o.example/w"]Press[/button] now',
         '<p><a href="https://o.example/w">Press</a> now</p>'),
        ('[quote cite="Orla Penn"]So.[/quote]',
         "<blockquote><p>So.</p><p><cite>Orla Penn</cite></p></blockquote>"),
        ("[one_half]A[/one_half][one_half_last]B[/one_half_last]", "<p>A</p><p>B</p>"),
        ('[box type="info"]Words[/box]', "<aside><b>Info</b><p>Words</p></aside>"),
        ("[code]a = [b]x[/b][/code]", "<pre><code>a = [b]x[/b]</code></pre>"),
        ("[vc_raw_html]JTNDcCUzRVJhdyUzQyUyRnAlM0U=[/vc_raw_html]", "<p>Raw</p>"),
        ("Write [[gallery]] and [[not one]].", "<p>Write [gallery] and [[not one]].</p>"),
        ("[edit] [1] [Ed. note] [see also: page=3 and more] [emphasis added]",
         "<p>[edit] [1] [Ed. note] [see also: page=3 and more] [emphasis added]</p>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("body_format", mark_slow(["html", "markdown"], but={"html"}))
def test_brackets_go_and_words_stay(written: str, html: str, body_format: str) -> None:
    """Words, links and titles of the builder stay; brackets of a writer stay, too."""
    found = read_dialect(written, body_format).html
    if body_format == "html" or not {"<", "[["} & {written[:1], written[6:8]}:
        assert found in (html, html.replace("<p>When", "When"))


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ('[et_pb_image src="https://o.example/a.jpg" alt="A" /]', "https://o.example/a.jpg"),
        ('[et_pb_blurb title="T" image="https://o.example/i.png"]W[/et_pb_blurb]',
         "https://o.example/i.png"),
        ('[fusion_imageframe image_id="1|full"]https://o.example/f.jpg[/fusion_imageframe]',
         "https://o.example/f.jpg"),
        ("[av_image src='https://o.example/v.jpg' attachment='12'][/av_image]", "https://o.example/v.jpg"),
        ('[banner image_url="https://o.example/b.jpg"]', "https://o.example/b.jpg"),
    ],
)  # fmt: skip
def test_a_picture_of_a_builder_is_a_picture(written: str, picture: str) -> None:
    """The attribute with the address has any name."""
    assert [one[0] for one in read_dialect(f"<p>Words</p>{written}", "html").pictures] == [picture]


def test_pictures_by_number_and_unknown_shortcodes_are_named() -> None:
    """Only the site knows the picture with a number."""
    found = read_dialect(
        '<p>Words</p>[vc_single_image image="123"][contact-form-7 id="1" title="Contact us"]'
        "[weird]kept[/weird][vc_row][/vc_row][vc_separator]",
        "html",
    )
    assert found.html == "<p>Words</p><p>kept</p>"
    assert found.removed["PK301"] == ["123", "1 Contact us", "", "vc_row", "vc_separator"]
