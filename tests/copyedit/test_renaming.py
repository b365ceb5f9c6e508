"""HTML that nh3 would drop comes out under names that nh3 keeps."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.renaming import rename_unread
from printkit.remarks import Removed


@pytest.mark.parametrize(
    ("given", "renamed"),
    [
        ("<noscript>a</noscript>", "<x-noscript>a</x-noscript>"),
        ("<mi/>a", "<x-mi></x-mi>a"),
        ("<a href=b>", "<a x-href=b>"),
        ("<area alt='c' href='b'>", "<area alt='c' x-href='b'>"),
        ("<Amp-Img src=a>b</AMP-IMG>", '<x-custom data-name="amp-img" src=a>b</x-custom>'),
        ("<x-svg>a</x-svg> <b>c</b>", "<x-svg>a</x-svg> <b>c</b>"),
        ("<x-card>a</x-card>", '<x-custom data-name="x-card">a</x-custom>'),
        ("<amp-mathml inline data-formula='\\[a &lt; b\\]'></amp-mathml>",
         '<x-tex data-display="">a &lt; b</x-tex></x-custom>'),
        ("<script type='math/tex; mode=display'>a<b</script>",
         '<x-tex data-display="block">a&lt;b</x-tex>'),
        ("<script>a<b</script>", "<script>a<b</script>"),
        ("<Frame src=a>", "<x-Frame src=a></x-Frame>"),
        ("<bgsound src=b/>c", "<x-bgsound src=b></x-bgsound>c"),
        ("<frameset><portal src=a></portal>", "<x-frameset><x-portal src=a></x-portal>"),
        ("<noframes><p>a</noframes><noembed>b</noembed>",
         "<x-noscript><p>a</x-noscript><x-noscript>b</x-noscript>"),
        ("<template><template shadowrootmode=open>a</template>b</template>c",
         '<template><x-custom data-name="template" shadowrootmode=open>a</x-custom>b</template>c'),
    ],
)  # fmt: skip
def test_elements_that_would_be_dropped_are_renamed(given: str, renamed: str) -> None:
    """All other elements stay as written."""
    assert rename_unread(given) == renamed


@pytest.mark.parametrize(
    ("element", "kind", "words"),
    [
        ("<p style='background:url(&quot;a.jpg&quot;)'>b</p>", "picture", "a.jpg"),
        ("<table background=a.jpg><td>b</table>", "picture", "a.jpg"),
        ("<form><input type=image src=a.jpg alt=Go></form>", "picture", "a.jpg"),
        ("<form><input type=image src=a.jpg alt=Go></form>", "button", "Go"),
        ("<svg><path/></svg>", "drawing", ""),
        ("<amp-brightcove data-video-id=abc></amp-brightcove>", "amp-brightcove", "abc"),
        ("<amp-video src=https://o.org/v></amp-video>", "amp-video", "https://o.org/v"),
        ("<select><optgroup label=Ports><option>A<option>B</select>", "other option", "Ports"),
        ("<form><label>Go <input value='at 4'></label></form>", "form field", "Go at 4"),
        ("<map><area href=https://o.org/a alt=Quay></map>", "picture area", "Quay"),
        ("<map><area href=https://o.org/a alt=Quay></map>", "link", "https://o.org/a"),
        ("<a href=https://o.org/a><i></i></a>", "link", "https://o.org/a"),
        ("<iframe srcdoc='<p>In a &amp;amp; frame</p>'></iframe>", "iframe", "In a & frame"),
        ("<dialog open>Talk</dialog><dialog>Later</dialog>", "hidden passage", "Later"),
        ("<button><img src=a.jpg>Buy</button>", "picture", "a.jpg"),
        (
            "<div role=tablist><a href=#o><img src=a.jpg>One</a><a href=#p>Two</a></div>"
            "<div id=o>1</div><div id=p>2</div>",
            "picture",
            "a.jpg",
        ),
        ("<h2>Why<a class=permalink href=https://o.org/b>#</a></h2>", "link", "https://o.org/b"),
        ("<p>a<a href=#n>1</a></p><h2>Ahoy</h2><ol><li id=n>N.</ol>", "heading of notes", "Ahoy"),
    ],
)
def test_nothing_passes_the_gate_unseen(element: str, kind: str, words: str) -> None:
    """A remark names each removed element with its words or its address."""
    remarks = edit(Article(headline="H", body=f"<p>Text</p>{element}")).remarks
    removed = [one for remark in remarks for one in remark.removed]
    assert (kind, words) in [(one.kind, one.words) for one in removed]
    assert len(removed) == len({*removed})
    assert all(isinstance(one, Removed) for one in removed)


def test_a_formula_in_a_script_is_printed() -> None:
    """The formula keeps its powers, in the place of its TeX."""
    copy = edit(Article(headline="H", body="<p>As <script type=math/tex>c v^2</script>.</p>"))
    assert "As " in str(copy.body)
    assert 'aria-label="cv^2"' in str(copy.body)
