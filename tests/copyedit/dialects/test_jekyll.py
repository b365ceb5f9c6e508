"""Jekyll and other programs with Liquid tags; attribute lists of Kramdown."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ('{% include figure.html src="/a_b_c.jpg" caption="A *hall*" credit="Ana Ruiz" %}',
         ("/a_b_c.jpg", "A <em>hall</em>", "Ana Ruiz")),
        ('{% include image.html url="/a.jpg" description="A hall" %}', ("/a.jpg", "A hall", "")),
        ('{%- include figure image_path="/a.jpg" alt="x" caption="A hall" -%}',
         ("/a.jpg", "A hall", "")),
        ('![x]({{ "/assets/a_b.jpg" | relative_url }})', ("/assets/a_b.jpg", "", "")),
        ("![x]({{ site.baseurl }}/a.jpg){: .wide width=300}", ("/a.jpg", "", "")),
        ('<img src="{{ site.url }}{{ site.baseurl }}/a.jpg">', ("/a.jpg", "", "")),
        ('{% img left /a.jpg 300 200 "The hall" %}', ("/a.jpg", "The hall", "")),
        ('{% responsive_picture path: a.jpg caption: "The hall" %}', ("a.jpg", "The hall", "")),
        ('{% figure caption:"The hall" %}\n![](a.jpg)\n{% endfigure %}', ("a.jpg", "The hall", "")),
        ("{% asset_img a.jpg The hall %}", ("a.jpg", "The hall", "")),
    ],
)  # fmt: skip
def test_a_picture_is_a_picture(written: str, picture: tuple[str, str, str]) -> None:
    """The address of the picture stands in any tag or variable."""
    found = read_dialect(f"Words.\n\n{written}\n\nMore.")
    assert found.pictures == [picture]
    assert "PK301" not in found.removed or "responsive" in written


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("{% tabs a %}\n<!-- tab One -->\n1\n<!-- endtab -->\n{% endtabs %}", "<b>One</b><p>1</p>"),
        ("A {% sidenote 'id' 'beside the text' %} b.", "<p>A (beside the text) b.</p>"),
        ("{% highlight ruby linenos %}\ndef x\n\n  puts '*a*'\nend\n{% endhighlight %}",
         "<pre><code>def x\n\n  puts '*a*'\nend</code></pre>"),
        ("{% raw %}Use {{ page.title }} and {% if x %}.{% endraw %}",
         "<p>Use {{ page.title }} and {% if x %}.</p>"),
        ("On {{ page.title }} today: {{ unknown }}.", "<p>On H today: {{ unknown }}.</p>"),
        ('{% include note.html content="Some **words**." %}',
         "<aside><b>Note</b><p>Some <strong>words</strong>.</p></aside>"),
        ("{% blockquote Orla Penn %}\nNever sail.\n{% endblockquote %}",
         "<blockquote><p>Never sail.</p><p><cite>Orla Penn</cite></p></blockquote>"),
        ("A paragraph.\n{: .lead #intro }\n\n## Head {#own-id}\n\nSee [head](#own-id).",
         '<p>A paragraph.</p><h2 id="a-own-id">Head</h2><p>See <a href="#a-own-id">head</a>.</p>'),
        ("* TOC\n{:toc}\n\n## Head\n{: .no_toc }\n\nWords.", "<h2>Head</h2><p>Words.</p>"),
        ("{:.lead}\nFirst.\n\n- {:.a} item\n", "<p>First.</p><ul><li>item</li></ul>"),
    ],
)  # fmt: skip
def test_tags_and_lists_of_attributes_are_no_words(written: str, html: str) -> None:
    """Words and code between tags stay as they are."""
    found = read_dialect(written)
    assert found.html == html
    assert "PK301" not in found.removed


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("{% youtube dQw4 %}", "https://www.youtube.com/watch?v=dQw4"),
        ('{% youtube "https://youtu.be/dQw4" %}', "https://youtu.be/dQw4"),
        ("{% gist parkr/c08 %}", "https://gist.github.com/parkr/c08"),
        ('{% include vimeo.html id="77" %}', "https://vimeo.com/77"),
        ("{% twitter https://twitter.com/a/status/1 %}", "https://twitter.com/a/status/1"),
    ],
)
def test_an_embed_is_a_line_with_its_address(written: str, address: str) -> None:
    """A tag and an include of the same name mean the same."""
    assert f'<p class="embed"><a href="{address}">{address}</a></p>' in read_dialect(written).html


def test_links_to_pages_of_the_site_keep_their_words() -> None:
    """A file of the site has a path; the address of a post is known to Jekyll alone."""
    found = read_dialect(
        "A [post]({% post_url 2020-01-01-hello %}), a [page]({% link about.md %}), a"
        " [file]({% link files/a.pdf %}), [home]({{ site.baseurl }}/b/).",
        url="https://o.example/now/",
    )
    assert found.html == (
        '<p>A post, a page, a <a href="https://o.example/files/a.pdf">file</a>,'
        ' <a href="https://o.example/b/">home</a>.</p>'
    )
    assert found.removed["PK302"] == ["2020-01-01-hello", "about.md"]


def test_what_a_tag_decides_is_named() -> None:
    """Words between the tags stay; words in a comment go."""
    found = read_dialect(
        '{% assign price = "nine crowns" %}It costs {{ price }}. {% if ads %}Yes{% else %}No'
        "{% endif %}{% comment %}\n\nfor us only\n\n{% endcomment %} {% unknown some words %}"
        "{{ site.motto }}"
    )
    assert found.html == "<p>It costs nine crowns. Yes No</p>"
    assert found.removed["PK301"] == [
        'price = "nine crowns"', "ads", "", "for us only", "some words", "site.motto",
    ]  # fmt: skip


def test_braces_of_a_writer_stay() -> None:
    """Only names and values of attributes make a list of attributes."""
    body = "A set {a, b} and {x} in {braces}.\n\n## Head {not a list}\n\nEnd {{not one!}} {=}."
    html = read_dialect(body).html
    assert html == (
        "<p>A set {a, b} and {x} in {braces}.</p><h2>Head {not a list}</h2>"
        "<p>End {{not one!}} {=}.</p>"
    )
