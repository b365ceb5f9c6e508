"""A sample article: an article with every element that clean copy can have, and nothing strange.

The elements and classes are those of `copyedit/vocabulary.py`; a test compares both.
"""

from printkit.article import Article

_PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAPAAAACgAgMAAABPtQn2AAAACVBMVEW+tKpaeJY8WjLrzG"
    "D/AAAA+ElEQVR42u3ZXQ6CQAwE4GK8ovftkXqAJvXFEJHd7Uac7oPDgwLJ5MvUgPxsD/l+uQnDDDPMMMOtRVfJYatk91"
    "WyxSpZxz80Tg4RWyO7iK+RTSTWyJoc0TA5Xr3rZd8/qmXbi1fLmp26UXK8Na+V/fBVKduheqWs6X80SI6P7nWyn1aqZD"
    "uVr5I1vxjDyNFoXyN7c7VCtmb9ClknrrohcnT642XvbqBl6w4ALevM7RVCjsEEsLIPN5GyDUeAlHXqPhogRzIDnOzpDp"
    "Rs6RBQss49MPm9HBNTwMg+teuivF15pn/nCwGGGWaYYYYZZphhhhlmmOF/DD8BF99I7b7Nd6QAAAAASUVORK5CYII="
)
_ROW = "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"
_MATRICES = "".join(f"<mo>(</mo><mtable>{_ROW * rows}</mtable><mo>)</mo>" for rows in (2, 3, 4))
_WORDS = f"""
<p>A first paragraph with <em>words</em>, <strong>more words</strong> and a
<a href="https://example.org/">link</a>, and a note.<sup><a href="#fn1" id="r1">1</a></sup></p>
<p><b>Bold</b>, <i>italics</i>, <u>underlined</u>, <s>struck</s>, H<sub>2</sub>O, m<sup>2</sup>,
<small>small</small>, <q>quoted</q>, <cite>a title</cite>, <abbr title="for example">e.g.</abbr>,
<time datetime="2026-01-02">2 January</time>, <kbd>Enter</kbd>, <samp>done</samp>, <var>x</var>,
<mark>marked</mark>, <del>old</del> <ins>new</ins>, <code>a = 1</code>, <bdi>name</bdi>,
<bdo dir="rtl">turned</bdo>, <span lang="fr">mots</span>,
<span style="font-variant: small-caps">Caps</span>,
<span style="font-variant: all-small-caps">CAPS</span>,
<span style="text-decoration: overline">AB</span>, two<br>lines.</p>
<p dir="rtl" lang="he">שלום עולם, 123 ו־abc.</p>
<p>The formula <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> and</p>
<math display="block"><mrow>{_MATRICES}</mrow></math>
"""
_BLOCKS = f"""
<h2>A heading</h2>
<ul><li>One</li><li>Two<ol start="3"><li>Inner</li></ol></li></ul>
<dl><dt>A term</dt><dd>and its meaning</dd></dl>
<blockquote><p>A quotation.</p></blockquote>
<aside><p>A remark beside the text.</p></aside>
<div class="pull-quote"><p>A few words again.</p></div>
<p class="caption">Words about a picture</p>
<p class="verse">A line<br>and a line</p>
<details><summary>More</summary><p>A few more words.</p></details>
<pre>a = 1
b = 2</pre>
<hr>
<table><caption>Two people</caption><thead><tr><th>Name</th><th>Number</th></tr></thead>
<tbody><tr><td>Ann</td><td>1</td></tr><tr><td>Ben</td><td>2</td></tr></tbody>
<tfoot><tr><td>Both</td><td>3</td></tr></tfoot></table>
<figure><img src="{_PICTURE}" alt="A square"><figcaption>A picture</figcaption></figure>
<figure><img src="none.jpg" alt="A picture"><figcaption>A picture that is lost</figcaption></figure>
<iframe src="https://example.org/film" title="A film"></iframe>
<svg width="300" height="200"><title>A drawing</title><rect width="9" height="9"/></svg>
<h3>A smaller heading</h3><h4>Smaller</h4><h5>Smaller still</h5><h6>The smallest</h6>
<p>The last words.</p>
<ol><li id="fn1">A note. <a href="#r1">↩</a></li></ol>
"""
SAMPLE = Article(
    headline="A sample article",
    kicker="Trial",
    subheadline="This article has a bit of everything, and nothing strange.",
    authors=["Ann Lee", "Ben Ruiz"],
    source="The Sample",
    date_published="2026-01-02",
    url="https://example.org/sample",
    language="en",
    body=_WORDS
    + "<p>A paragraph of plain words, as every article has many of them.</p>" * 6
    + _BLOCKS,
)
