"""Sanitising: HTML is repaired at the entrance and certified at the exit."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.article import Article
from printkit.copyedit import edit, vocabulary
from printkit.copyedit.sanitise import certify, repair_markup
from printkit.errors import RecordError, RefusedError
from tests.support.clean_copy import write_safe_html

PAYLOADS = (
    r"""
<script>alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<img/src=x/onerror=alert(1)>
<IMG """
    + '"""'
    + r"""><SCRIPT>alert(1)</SCRIPT>">
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<svg><animate attributeName=href values=javascript:alert(1)></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x&gt;">
<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
<math href="javascript:alert(1)">x</math>
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href=" javascript:alert(1)">x</a>
<a href="java&#x09;script:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#106;avascript:alert(1)">x</a>
<a href="&#x6A&#x61vascript:alert(1)">x</a>
<a href="javascript&colon;alert(1)">x</a>
<a href="&#1;javascript:alert(1)">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="file:///etc/passwd">x</a>
<a href="FILE://C:/x">x</a>
<a href="\\evil\share">x</a>
<a href="ftp://example.org/">x</a>
<a href="blob:https://example.org/1">x</a>
<a href="view-source:http://example.org">x</a>
<a href="ms-word:ofe|u|http://example.org">x</a>
<a rel=attachment href="file:///etc/passwd">x</a>
<a href="http://exa mple.org/">x</a>
<a href="http://[::1">x</a>
<a href="//example.org/x">x</a>
<a href=x style="position:fixed">x</a>
<a href="#x" id="y" name="z" onclick=alert(1)>x</a>
<link rel=attachment href="file:///etc/passwd">x
<link rel=stylesheet href="http://example.org/x.css">x
<base href="http://example.org/">x
<meta http-equiv=refresh content="0;url=http://example.org">x
<style>@import "http://example.org/";</style>x
<p style="background:url(http://example.org)">x
<p style="-weasy-anchor: url(x)" class="masthead cover" id="toc">x
<div style="display:none;position:fixed">x</div>x
<iframe srcdoc="<script>alert(1)</script>"></iframe>x
<iframe src="javascript:alert(1)"></iframe>x
<iframe src="file:///etc/passwd"></iframe>x
<object data="file:///etc/passwd"></object>x
<embed src="javascript:alert(1)">x
<form action="javascript:alert(1)"><input type=image src=x><button formaction=x>b</button></form>x
<video poster="javascript:alert(1)"><source src="file:///x"></video>x
<template><img src=x onerror=alert(1)></template>x
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>x
<noscript><style></noscript><img src=x onerror=alert(1)>
<textarea><img src=x onerror=alert(1)></textarea>x
<title><img src=x onerror=alert(1)></title>x
<xmp><img src=x onerror=alert(1)></xmp>
<plaintext><img src=x onerror=alert(1)>
<noembed><img src=x onerror=alert(1)></noembed>
<!--><img src=x onerror=alert(1)>-->
<!-- --!><img src=x onerror=alert(1)>-->
<![CDATA[<img src=x onerror=alert(1)>]]>
<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;
<p lang="en'onclick=alert(1)" dir="x">x
<p xml:base="http://example.org" xmlns:x="y">x
<table background="http://example.org"><tr><td background=x>x</table>
<ol start="9e9" type="<script>"><li value="1;x">x</ol>
<td colspan="-1" rowspan="0">x
<time datetime="&quot;><script>alert(1)</script>">x</time>
<abbr title="&quot;><script>alert(1)</script>">x</abbr>
<img data-figure="0"><figure data-figure="../x"></figure>x
<x-math alttext="<script>alert(1)</script>">x</x-math>
<x-iframe src="http://example.org" title="<b>x</b>"></x-iframe>
<p>{{ 7*7 }}{% raw %}
"""
)


AROUND = (
    "{}",
    "<p>a {} b</p>",
    "<table><tr><td>{}</table>",
    "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
    "<ul><li>{}</ul>",
    "<a href='http://example.org'>{}</a>",
)


class Proof(HTMLParser):
    """Read certified HTML, and note everything that is not on the lists."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is not printed, and its wrong attributes."""
        allowed = vocabulary.PRINTED_ATTRIBUTES["*"] | vocabulary.PRINTED_ATTRIBUTES.get(
            tag, frozenset()
        )
        if tag not in vocabulary.PRINTED_TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            self.judge(name, value or "", allowed)

    def judge(self, name: str, value: str, allowed: frozenset[str]) -> None:
        """Note an attribute that is not allowed, or that has a wrong value."""
        sound = name in allowed
        if name == "href":
            inner = value.startswith(f"#{self.prefix}-")
            sound = inner or value.startswith(("http://", "https://", "mailto:", "tel:"))
            sound &= not any(c in value for c in " \t\n\"'<>\\")
        elif name == "id":
            sound = value.startswith(f"{self.prefix}-")
        elif name == "class":
            sound = set(value.split()) <= vocabulary.CLASSES
        if not sound:
            self.faults.append(f"{name}={value!r}")

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """Note a declaration."""
        self.faults.append(f"<!{decl}>")


def faults(html: str, prefix: str = "a") -> list[str]:
    """Return everything in some HTML that is not on the lists."""
    proof = Proof(prefix)
    proof.feed(html)
    proof.close()
    return proof.faults


def all_html(body: str, **choices: str) -> str:
    """Return all HTML that editing lets out, or an empty text for a refused body."""
    try:
        copy = edit(Article(headline="H", body=body if body.strip() else " x", **choices))
    except (RecordError, RefusedError):
        return ""
    figures = [copy.lead, *copy.figures, *copy.gallery]
    return write_safe_html(copy.body) + "".join(
        write_safe_html(figure.caption) for figure in figures if figure
    )


@pytest.mark.parametrize("payload", [line for line in PAYLOADS.splitlines() if line])
@pytest.mark.parametrize("around", AROUND)
def test_no_payload_comes_out(payload: str, around: str) -> None:
    """The test tries eighty attacks in six places, in HTML and in Markdown."""
    for body_format in ("html", "markdown"):
        assert faults(all_html(around.format(payload), body_format=body_format)) == []


def test_the_proof_sees_what_is_wrong() -> None:
    """The checker of these tests can fail."""
    bad = (
        '<script>x</script><p onclick="x" id="b-x" class="cover"><a href="file:///x">x</a><!--c-->'
    )
    assert len(faults(bad)) == 6


TAGS = sorted(vocabulary.READ_TAGS | vocabulary.UNREAD | {"iframe", "noscript", "math", "p", "x"})
NAMES = sorted(
    set().union(*vocabulary.READ_ATTRIBUTES.values()) | {"onclick", "srcdoc", "rel", "data-src"}
)
VALUES = st.one_of(
    st.sampled_from(
        ["javascript:x", "http://example.org/a b", "#x", "x", "1", "9999999", "hidden"]
    ),
    st.sampled_from(["display:none", "note-ref cover", "true", "wp-caption-text", "file:///x"]),
    st.text(max_size=8),
)
ATTRIBUTES = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=3)
PIECES = st.one_of(
    st.builds(
        lambda tag, given: f"<{tag}" + "".join(f' {name}="{value}"' for name, value in given) + ">",
        st.sampled_from(TAGS),
        ATTRIBUTES,
    ),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        ["a word", " ", "\n\n", "<!--", "-->", "<", "&", "&lt;", "[caption]", "\0", "é"]
    ),
    st.text(max_size=6),
)


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["html", "markdown", "text"]))
def test_no_body_whatever_gets_past_the_gate(body: str, body_format: str) -> None:
    """The HTML has listed elements and attributes only; a second edit changes no sign."""
    html = all_html(body.encode("utf-8", "replace").decode(), body_format=body_format)
    assert faults(html) == []
    assert certify(html, "a") == html


@given(st.lists(PIECES, max_size=20).map("".join))
def test_certify_alone_holds_against_anything(html: str) -> None:
    """The passes between repair and certify may do anything."""
    certified = certify(html, "pre")
    assert faults(certified, "pre") == []


@pytest.mark.parametrize(
    ("given", "certified"),
    [
        ('<p id="a-x" class="verse cover">x</p>', '<p id="a-x" class="verse">x</p>'),
        ('<p id="x" class="cover">x</p>', "<p>x</p>"),
        ('<a href="#b-x">x</a><a href="/x">y</a>', "<a>x</a><a>y</a>"),
        ('<a href="http://example.org/a b">x</a><a href="#a-&quot;">y</a>', "<a>x</a><a>y</a>"),
        ('<p lang="e n" dir="up">x</p>', "<p>x</p>"),
        ('<figure data-figure="1">x</figure>', "x"),
        ('<ol start="9999999"><li value="x">y</li></ol>', "<ol><li>y</li></ol>"),
        ('<section><x-y>z</x-y></section><img src="a">', "z"),
    ],
)
def test_certify_lets_out_only_what_is_printed(given: str, certified: str) -> None:
    """Values are judged as well as names."""
    assert certify(given, "a") == certified


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("<noscript><img src=a></noscript>", '<x-noscript><img src="a"></x-noscript>'),
        ("<iframe src='b'><p>c</p></iframe>", '<x-iframe src="b"><p>c</p></x-iframe>'),
        ("<iframe src=b />after", '<x-iframe src="b"></x-iframe>after'),
        ("<svg><path/></svg>after", '<x-svg data-shapes="yes"></x-svg>after'),
        ("<svg class=a />after", '<x-svg class="a"></x-svg>after'),
        ("a<svg><p>b", "a<x-svg></x-svg><p>b</p>"),
        ("<math><mi>x</mi></math>", "<x-math><x-mi>x</x-mi></x-math>"),
    ],
)
def test_elements_with_rules_of_their_own_are_made_readable(given: str, read: str) -> None:
    """The visible text of such elements is printed, and not as code."""
    assert repair_markup(given)[0] == read


@pytest.mark.parametrize(
    ("given", "read", "lowered"),
    [
        ("<ol start=9999999>", '<ol start="999999"></ol>', 1),
        ("<ol start=-5>", '<ol start="-5"></ol>', 0),
        ("<ol start=x>", "<ol></ol>", 0),
        ("<table><td colspan=100000000>", '<td colspan="1000"></td>', 1),
        ("<table><td rowspan=0>", "<td></td>", 0),
        ("<table><td colspan='3 x'>", '<td colspan="3"></td>', 0),
    ],
)
def test_numbers_are_brought_down_and_counted(given: str, read: str, lowered: int) -> None:
    """A span of a hundred million columns would hang the press."""
    markup, found = repair_markup(given)
    assert read in markup
    assert found.total() == lowered


def test_a_lowered_number_is_remarked() -> None:
    """The body has one remark PK303."""
    body = "<table><tr><td colspan=5000>a<td>b<tr><td>c<td rowspan=9999>d</table>"
    remarks = edit(Article(headline="H", body=body), where="r").remarks
    assert [(one.code, one.where) for one in remarks] == [("PK303", "r")]
    assert "colspan 1 times, rowspan 1 times" in remarks[0].message


def test_styles_are_read_for_what_they_hide_and_for_pictures() -> None:
    """Every other style is dropped."""
    assert repair_markup('<p style="Display : NONE">')[0] == '<p style="hidden"></p>'
    assert repair_markup('<p style="color:red;margin:0">')[0] == "<p></p>"
    assert (
        repair_markup('<p style="background: url(a.jpg) 0 0">')[0] == '<p style="url(a.jpg)"></p>'
    )
    assert repair_markup("<b></b>")[1] == Counter()
