"""Blocks of page builders: titles, figures, prices, days, words and buttons are on paper."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('[et_pb_number_counter title="Boats" number="4,321"][/et_pb_number_counter]',
         "<b>Boats</b><p>4,321</p>"),
        ('[et_pb_number_counter title="Rain" number="7" percent_sign="on"]',
         "<b>Rain</b><p>7%</p>"),
        ('[et_pb_circle_counter title="Tide" number="88" /]', "<b>Tide</b><p>88%</p>"),
        ('[et_pb_counter percent="57"]Rain[/et_pb_counter]', "<p>Rain</p><p>57%</p>"),
        ('[vc_pie value="73" label_value="73%" title="Pie"]', "<b>Pie</b><p>73%</p>"),
        ('[su_progress_bar percent="66" text="Nets"]', "<b>Nets</b><p>66%</p>"),
        ('[su_counter from="12" to="80" text="Eels"]', "<b>Eels</b><p>80</p>"),
        ('[fusion_counter_box value="80" unit="+" unit_pos="suffix"]Gulls[/fusion_counter_box]',
         "<p>Gulls</p><p>80+</p>"),
        ('[fusion_counter_box value="9" unit="£" unit_pos="prefix"]Oil[/fusion_counter_box]',
         "<p>Oil</p><p>£9</p>"),
        ('[stat_counter counter_title="Boats" counter_value="1200" counter_suffix="+"]',
         "<b>Boats</b><p>1200+</p>"),
        ('[x_counter num_start="0" num_end="350" num_suffix="k" text_above="Over"'
         ' text_below="boats"]', "<p>Over</p><p>350k</p><p>boats</p>"),
        ("[av_progress_bar title='Ropes' progress='85' icon='ue8']", "<b>Ropes</b><p>85%</p>"),
        ('[kc_counter_box number="55" label="Gulls"]', "<b>Gulls</b><p>55</p>"),
        ('[pie_chart title="Tide" percent="34" text="of all"]',
         "<b>Tide</b><p>34%</p><p>of all</p>"),
    ],
)  # fmt: skip
def test_a_counter_shows_its_title_and_its_figure(written: str, html: str) -> None:
    """The unit stays at the figure; the name of a bar is the text that the shortcode encloses."""
    assert read_dialect(f"<p>Words.</p>{written}", "html").html == f"<p>Words.</p>{html}"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('[et_pb_pricing_table title="Plan" subtitle="Sub" currency="$" sum="49" per="month"'
         ' button_text="Buy" button_url="https://o.example/b"]Rope[/et_pb_pricing_table]',
         '<b>Plan</b><p>Sub</p><p>$49 / month</p><p>Rope</p>'
         '<p><a href="https://o.example/b">Buy</a></p>'),
        ('[fusion_pricing_price currency="€" currency_position="right" price="15,50"'
         ' time="monatlich"][/fusion_pricing_price]', "<p>15,50€ monatlich</p>"),
        ('[ultimate_pricing package_heading="Gold" package_price="$99" package_unit="a year"]',
         "<b>Gold</b><p>$99 a year</p>"),
        ('[su_plan name="Pro" price="20" before="€" after=".50" period="per year"]Oars[/su_plan]',
         "<b>Pro</b><p>€20.50 per year</p><p>Oars</p>"),
        ("<Price amount={99} currency=\"EUR\" />", "<p>99 EUR</p>"),
        ('[et_pb_countdown_timer title="Gate" date_time="2027-01-01"][/et_pb_countdown_timer]',
         "<b>Gate</b><p>2027-01-01</p>"),
        ('[ux_countdown year="2026" month="12" day="5" time="18:00"]', "<p>2026-12-05 18:00</p>"),
        ("[av_countdown date='12/24/2026' hour='18' minute='5']", "<p>12/24/2026 18:05</p>"),
        ('[fusion_countdown countdown_end="2027-01-01" heading_text="Doors" link_text="Go"'
         ' link_url="https://o.example/t"]',
         '<b>Doors</b><p>2027-01-01</p><p><a href="https://o.example/t">Go</a></p>'),
    ],
)  # fmt: skip
def test_a_price_and_a_day_are_printed(written: str, html: str) -> None:
    """A price as one figure, with its currency and its period."""
    assert read_dialect(f"Words.\n\n{written}").html == f"<p>Words.</p>{html}"


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ('[vc_progress_bar values="Nets|90,Ropes|70" units="%"]', ["Nets 90%", "Ropes 70%"]),
        ('[vc_progress_bar values="90|Nets|#ff0000,70|Ropes"]', ["Nets 90", "Ropes 70"]),
        ('[vc_progress_bar values="%5B%7B%22label%22%3A%22Nets%22%2C%22value%22%3A%2290%22%7D%5D"]',
         ["Nets 90"]),
        ('[vc_line_chart x_values="JAN; FEB" values="%5B%7B%22title%22%3A%22Eels%22%2C%22'
         'y_values%22%3A%2210%3B%2015%22%7D%5D"]', ["Eels JAN 10, FEB 15"]),
        ('[fusion_chart_dataset values="1|2"][/fusion_chart_dataset]', ["1", "2"]),
        ('[mk_skill_meter_chart percent_1="20" name_1="Eel" percent_2="80" name_2="Cod"]',
         ["Eel 20%", "Cod 80%"]),
        ('{{< chart labels="Jan,Feb" data="4,7" >}}', ["Jan 4", "Feb 7"]),
    ],
)  # fmt: skip
def test_bars_and_parts_of_a_chart_are_a_list(written: str, items: list[str]) -> None:
    """Each name has its figure beside it."""
    listed = "".join(f"<li>{one}</li>" for one in items)
    assert read_dialect(f"Words.\n\n{written}").html == f"<p>Words.</p><ul>{listed}</ul>"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('[vc_cta h2="A" h4="B" btn_title="Go" btn_link="url:https%3A%2F%2Fo.example%2Fb|title:T"]'
         "W[/vc_cta]",
         '<b>A</b><p>B</p><p>W</p><p><a href="https://o.example/b">Go</a></p>'),
        ('[vc_custom_heading text="Head" link="url:https%3A%2F%2Fo.example%2Fh"]',
         '<h2><a href="https://o.example/h">Head</a></h2>'),
        ('[et_pb_button button_text="Go" button_url="https://o.example/b"][/et_pb_button]',
         '<p><a href="https://o.example/b">Go</a></p>'),
        ('[et_pb_fullwidth_header title="T" button_one_text="One" button_one_url='
         '"https://o.example/1" button_two_text="Two" button_two_url="#x"]W'
         "[/et_pb_fullwidth_header]",
         '<b>T</b><p>W</p><p><a href="https://o.example/1">One</a></p><p>Two</p>'),
        ('[fusion_tagline_box title="T" description="D" button="Buy" link="https://o.example/p"]',
         '<b>T</b><p>D</p><p><a href="https://o.example/p">Buy</a></p>'),
        ('[vc_hoverbox primary_title="P" hover_title="H"]W[/vc_hoverbox]',
         "<b>P</b><p>H</p><p>W</p>"),
        ('[fusion_flip_box title_front="F" title_back="B" text_front="X"]Y[/fusion_flip_box]',
         "<b>F</b><p>B</p><p>X</p><p>Y</p>"),
        ('[ultimate_heading main_heading="Main"]Below[/ultimate_heading]',
         "<h2>Main</h2><p>Below</p>"),
        ('[et_pb_testimonial author="Orla Penn" job_title="Pilot" company_name="Quay"]W'
         "[/et_pb_testimonial]",
         "<blockquote><p>W</p><p><cite>Orla Penn, Pilot, Quay</cite></p></blockquote>"),
        ('[fusion_person name="Orla Penn" title="Pilot"]W[/fusion_person]',
         "<b>Orla Penn</b><p>Pilot</p><p>W</p>"),
    ],
)  # fmt: skip
def test_titles_come_before_words_and_buttons_behind(written: str, html: str) -> None:
    """The parts stand in the order of the web page."""
    assert read_dialect(f"<p>Words.</p>{written}", "html").html == f"<p>Words.</p>{html}"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('{{< chart title="T" labels="Jan,Feb" >}}\n\n{{< chart >}}\n{ "a": *1* }\n{{< /chart >}}',
         '<b>T</b><ul><li>Jan</li><li>Feb</li></ul><pre><code>{ "a": *1* }</code></pre>'),
        ("{{< mermaid >}}\n\nRye *b*.\n\n{{< mermaid >}}\na *b*\n{{< /mermaid >}}\n\nEnd",
         "<p>Rye <em>b</em>.</p><pre><code>a *b*</code></pre><p>End</p>"),
        ('{{< timeline date="1911" title="Fire" >}}W{{< /timeline >}}',
         "<b>Fire</b><p>1911</p><p>W</p>"),
        ('{{< card header="H" footer="Foot" >}}W{{< /card >}}', "<b>H</b><p>W</p><p>Foot</p>"),
        ('{{< card title="T" subtitle="S" link="https://o.example/c" >}}W{{< /card >}}',
         '<b><a href="https://o.example/c">T</a></b><p>S</p><p>W</p>'),
        ("{{< rating 4 >}}", "<p>4</p>"),
        ("10{{< sup >}}3{{< /sup >}} H{{< sub \"2\" >}}O", "<p>10<sup>3</sup> H<sub>2</sub>O</p>"),
        ('{{< tooltip "Tip" >}}rye{{< /tooltip >}} end', "<p>rye (Tip) end</p>"),
        ("{{< columns >}}\nLeft\n<--->\nRight\n{{< /columns >}}", "<p>Left</p><p>Right</p>"),
    ],
)  # fmt: skip
def test_words_of_hugo_stand_where_a_reader_sees_them(written: str, html: str) -> None:
    """A shortcode without a closing tag beside one of the same name with such a tag, too."""
    assert read_dialect(f"Words.\n\n{written}").html == f"<p>Words.</p>{html}"


def test_a_block_that_is_printed_is_not_told_as_removed() -> None:
    """No remark names the number of a picture whose address is known."""
    found = read_dialect(
        '<p>W</p>[fusion_imageframe image_id="3"]a.jpg[/fusion_imageframe]'
        "[av_image src='b.jpg' attachment='12'][et_pb_counter percent=\"57\"]Rain[/et_pb_counter]",
        "html",
    )
    assert [one[0] for one in found.pictures] == ["a.jpg", "b.jpg"]
    assert found.removed.get("PK301", []) == []


@pytest.mark.parametrize(
    "marks",
    mark_slow(
        ["[vc_pie value=", "[vc_cta h2='a']", "values=[{", "90|a,"],
        but={"[vc_pie value=", "values=[{"},
    ),
)
def test_a_long_run_of_marks_ends_fast(marks: str) -> None:
    """A hundred thousand characters are read, or refused by a limit."""
    said = marks * (100_000 // len(marks))
    body = f'<p>Words.</p>[vc_progress_bar values="{said[:1900]}"]{said}'
    with ends_soon(), suppress(RefusedError, RecordError):
        edit(Article(headline="H", body=body, body_format="html"))
