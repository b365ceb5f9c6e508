"""Pictures of bodies, notes and records together."""

from printkit.article import Article, Image
from printkit.copyedit import tree
from printkit.copyedit.picture_passes import find_uses
from printkit.copyedit.removals import Removals
from printkit.copyedit.same_picture import SamePicture


def test_pictures_of_a_body_a_note_and_a_record_are_listed() -> None:
    """A picture in a layout table is listed, too; each picture has its caption."""
    body = tree.parse(
        '<table><tr><td><img src="a.jpg"></td></tr><tr><td>The quay.</td></tr></table><p>One.</p>'
    )
    note = tree.parse('<p>See <img src="b.jpg" width="500"> there.</p>')
    article = Article(headline="H", body="x", images=(Image(src="c.jpg", caption="The mole."),))
    listed = find_uses(body, [note], article, SamePicture(None), Removals(), "a.json")
    assert [(one.image.src, tree.words(one.caption)) for one in listed.body] == [
        ("a.jpg", "The quay."),
        ("b.jpg", ""),
    ]
    assert listed.lead is not None
    assert listed.lead.image.caption == "The mole."
    marks = [one.get("data-figure") for part in (body, note) for one in part.iter("figure")]
    assert marks == ["0", "1"]
