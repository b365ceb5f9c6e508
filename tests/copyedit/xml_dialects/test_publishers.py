"""XML of publishers: JATS, DocBook, TEI, DITA and OPML."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("<sec><title>Rain</title><p>A.</p><sec><title>Much <italic>rain</italic></title>"
         "<p>B.</p></sec></sec>",
         "<h2>Rain</h2><p>A.</p><h3>Much <em>rain</em></h3><p>B.</p>"),
        ("<sec><label>2.</label><title>Rain</title><p>A.</p></sec>", "<h2>2. Rain</h2><p>A.</p>"),
        ("<section><title>Doc</title><para>A <literal>b</literal></para></section>",
         "<h2>Doc</h2><p>A <code>b</code></p>"),
        ('<div type="poem"><head>Song</head><lg><l>One</l><l>Two</l></lg></div>',
         '<h2>Song</h2><p class="verse">One<br>Two</p>'),
        ("<topic><title>Oil</title><shortdesc>Short.</shortdesc></topic>",
         "<h2>Oil</h2><p>Short.</p>"),
        ("<boxed-text><caption><title>Box</title></caption><p>In.</p></boxed-text>",
         "<aside><b>Box</b><p>In.</p></aside>"),
        ("<note><title>Mind</title><para>A.</para></note>", "<aside><b>Mind</b><p>A.</p></aside>"),
        ('<note type="caution">Hot.</note><p><codeph>a</codeph></p>',
         "<aside><b>Caution</b><p>Hot.</p></aside><p><code>a</code></p>"),
        ("<programlisting><![CDATA[if (a < b)\n  c();]]></programlisting>",
         "<pre><code>if (a &lt; b)\n  c();</code></pre>"),
        ("<itemizedlist><title>Two</title><listitem><para>A</para></listitem><listitem>"
         "<para>B</para></listitem></itemizedlist>",
         "<ul><li>A</li><li>B</li></ul>"),
        ("<list list-type='order'><list-item><label>1</label><p>A</p></list-item></list>",
         "<ol><li>A</li></ol>"),
        ("<variablelist><varlistentry><term>T</term><listitem><para>D</para></listitem>"
         "</varlistentry></variablelist>", "<dl><dt>T</dt><dd>D</dd></dl>"),
        ('<list type="gloss"><label>Tea</label><item>a drink</item></list><hi>x</hi>',
         "<dl><dt>Tea</dt><dd>a drink</dd></dl>"),
        ("<steps><step><cmd>Go to <menucascade><uicontrol>A</uicontrol><uicontrol>B</uicontrol>"
         "</menucascade></cmd></step><step><cmd>End</cmd></step></steps>",
         "<ol><li>Go to <strong>A</strong> › <strong>B</strong></li><li>End</li></ol>"),
        ("<para>Press <keycombo><keycap>Ctrl</keycap><keycap>C</keycap></keycombo></para>",
         "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd></p>"),
        ("<blockquote><attribution>Karel</attribution><para>So.</para></blockquote>",
         "<blockquote><p>So.</p><p><cite>Karel</cite></p></blockquote>"),
        ("<informaltable><tgroup cols='3'><thead><row><entry>A</entry>"
         "<entry namest='c2' nameend='c3'>B</entry></row></thead><tbody><row>"
         "<entry morerows='1'>k</entry><entry>x</entry><entry>y</entry></row>"
         "<row><entry>v</entry><entry>w</entry></row></tbody></tgroup></informaltable>",
         '<table><thead><tr><th scope="col">A</th><th colspan="2" scope="col">B</th></tr></thead>'
         '<tbody><tr><td rowspan="2">k</td><td>x</td><td>y</td></tr><tr><td>v</td><td>w</td></tr>'
         "</tbody></table>"),
        ("<table-wrap><label>Table 1</label><caption><title>Size</title></caption><table><tr>"
         "<th>A</th><th>B</th></tr><tr><td>x</td><td>y</td></tr></table></table-wrap>",
         "<table><caption><b>Table 1</b> <b>Size</b>"),
        ("<p>See <ulink url='https://e.org'>a</ulink> and <ext-link xlink:href='https://e.org/b'>"
         "b</ext-link> and <ref target='https://e.org/c'>c</ref> <ptr target='https://e.org/d'/></p>",
         '<p>See <a href="https://e.org">a</a> and <a href="https://e.org/b">b</a> and '
         '<a href="https://e.org/c">c</a> <a href="https://e.org/d">https://e.org/d</a></p>'),
        ("<p>The <choice><sic>teh</sic><corr>the</corr></choice> <hi rend='bold'>b</hi>.</p>",
         "<p>The the <strong>b</strong>.</p>"),
        ('<opml><body><outline text="A"><outline text="B" url="https://e.org"/>\n'
         '<outline text="C" _note="D"/></outline></body></opml>',
         '<ul><li>A<ul><li><a href="https://e.org">B</a></li><li><p>C</p><p>D</p></li></ul></li>'
         "</ul>"),
        ("<ref-list><title>Books</title><ref><label>1</label><element-citation><name><surname>Roe"
         "</surname><given-names>J</given-names></name><source>Dams</source><year>2001</year>"
         "</element-citation></ref></ref-list>", "<h2>Books</h2><p>Roe J. Dams. 2001</p>"),
        ("<p>By <bibl><author>Roe</author>, <title>Dams</title></bibl> <hi>x</hi>.</p>",
         "<p>By Roe, <em>Dams</em> <em>x</em>.</p>"),
        ("<refnamediv><refname>cp</refname><refpurpose>copy files</refpurpose></refnamediv>"
         "<cmdsynopsis><command>cp</command><arg>-r</arg></cmdsynopsis>",
         "<p>cp – copy files</p><p><code>cp</code> <code>-r</code></p>"),
        ('<map><topicref href="https://e.org/a" navtitle="One"/><topicref><topicmeta><navtitle>Two'
         "</navtitle></topicmeta></topicref></map>",
         '<ul><li><a href="https://e.org/a">One</a></li><li>Two</li></ul>'),
        ("<lg><head>Song</head><l>One</l><l>Two</l></lg>", '<p class="verse">One<br>Two</p>'),
        ("<body.content><hl2>Rain</hl2><block><p>B</p></block></body.content>",
         "<h2>Rain</h2><p>B</p>"),
        ("<p>In <inline-formula><tex-math>\\documentclass{a}\\begin{document}$x^2$\\end{document}"
         "</tex-math></inline-formula>.</p>", "<i>x</i>²</span>.</p>"),
    ],
)  # fmt: skip
def test_elements_of_a_dialect_are_elements_of_html(body: str, html: str) -> None:
    """Headings, lists, tables, notes, code, verse and links are the same on paper."""
    assert html in read_dialect(body, "html").html


@pytest.mark.parametrize(
    ("body", "picture"),
    [
        ("<fig><label>Fig. 1</label><caption><title>Dam.</title><p>Old.</p></caption>"
         "<graphic xlink:href='a.jpg'/><attrib>Ann Lee</attrib></fig>",
         ("a.jpg", "<b>Fig. 1</b> <b>Dam.</b> Old.", "Ann Lee")),
        ("<figure><title>Dam</title><mediaobject><imageobject><imagedata fileref='a.jpg'/>"
         "</imageobject><textobject><phrase>Alt</phrase></textobject><caption><para>Old.</para>"
         "</caption></mediaobject></figure>", ("a.jpg", "<b>Dam</b> Old.", "")),
        ("<figure><graphic url='a.jpg'/><head>Dam</head><figDesc>Alt</figDesc></figure>",
         ("a.jpg", "<b>Dam</b>", "")),
        ("<fig><title>Dam</title><image href='a.jpg'><alt>Alt</alt></image></fig>",
         ("a.jpg", "<b>Dam</b>", "")),
        ('<media media-type="image"><media-reference source="a.jpg"/><media-caption>Dam'
         "</media-caption><media-producer>Ann Lee</media-producer></media>",
         ("a.jpg", "Dam", "Ann Lee")),
        ("<fig><alternatives><graphic xlink:href='a.tif'/><graphic xlink:href='a.jpg'/>"
         "</alternatives></fig>", ("a.jpg", "", "")),
    ],
)  # fmt: skip
def test_a_figure_keeps_its_label_and_its_caption(body: str, picture: tuple[str, str, str]) -> None:
    """Title, label and caption stand together; of two forms of a picture one is printed."""
    assert read_dialect(f"<p>Words.</p>{body}", "html").pictures == [picture]


@pytest.mark.parametrize(
    "body",
    [
        "<p>A mole<footnote><para>Built by convicts.</para></footnote> stands.</p>",
        "<p>A mole<note place='foot' n='1'>Built by convicts.</note> stands.</p>",
        "<p>A mole<fn><p>Built by convicts.</p></fn> stands.</p>",
        "<p>A mole<xref ref-type='fn' rid='n1'>a</xref> stands.</p><fn-group><fn id='n1'>"
        "<label>a</label><p>Built by convicts.</p></fn></fn-group>",
    ],
)
def test_a_note_stands_below_the_text(body: str) -> None:
    """The words of the note do not stand within the sentence."""
    found = read_dialect(body, "html").html
    assert "convicts" not in found
    assert found.endswith("<sup>1</sup></a> stands.</p>")


def test_words_for_programs_are_named() -> None:
    """Entries of an index, and the spelling of the source, stand in the remark."""
    hidden = "<indexterm><primary>dam</primary></indexterm>"
    body = f"<para>A{hidden} b <choice><sic>teh</sic></choice>.</para>"
    assert read_dialect(body, "html").removed["PK301"] == ["dam", "teh"]


def test_a_label_with_words_stays() -> None:
    """Only the number of a book in a list goes with the list's own numbers."""
    book = "<label>[Roe01]</label><mixed-citation>Dams.</mixed-citation>"
    body = f"<p>A.</p><ref-list><ref>{book}</ref></ref-list>"
    assert read_dialect(body, "html").html == "<p>A.</p><p><b>[Roe01]</b> Dams.</p>"


def test_html_stays_html() -> None:
    """The title of a page is no heading, and a label in a form stays."""
    page = "<html><head><title>T</title></head><body><p>A <label>b</label></p></body></html>"
    assert read_dialect(page, "html").html == "<p>A b</p>"


def test_the_source_of_a_film_is_no_title_of_a_book() -> None:
    """One foreign element in a page of HTML leaves its films as they are."""
    found = read_dialect(
        "<p>A <bold>b</bold>.</p><video controls><source src='https://e.org/a.mp4'></video>", "html"
    )
    assert found.removed["PK301"] == ["https://e.org/a.mp4"]
    assert "https://e.org/a.mp4" in found.html
