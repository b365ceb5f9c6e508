"""Two addresses: whether both show one picture, and which address is printed."""

from printkit.copyedit.same_picture import SamePicture, digest_of_none

SITE = "https://example.org/news/1"


def test_addresses_are_compared_after_they_are_joined() -> None:
    """An address is joined to the article's address, and its size is left out."""
    same = SamePicture(SITE)
    assert same.rest("/img/a-300x200.jpg") == same.rest("https://example.org/img/a.jpg?w=9")
    assert same.rest("/img.php?id=1") != same.rest("/img.php?id=2")


def test_the_larger_picture_that_can_be_read_is_printed() -> None:
    """A saved page often has one size only; without any file, the address decides."""
    saved = {"a-300x200.jpg": "x"}
    same = SamePicture(SITE, lambda src: saved.get(src, ""))
    assert same.larger("a.jpg", "a-300x200.jpg") == "a-300x200.jpg"
    assert SamePicture(SITE, lambda _: "x").larger("a-300x200.jpg", "a.jpg") == "a.jpg"
    assert SamePicture(SITE, digest_of_none).larger("a-300x200.jpg", "a.jpg") == "a.jpg"


def test_one_address_is_not_read() -> None:
    """Two equal addresses need no decision."""
    asked: list[str] = []

    def digest_of(src: str) -> str:
        asked.append(src)
        return src

    same = SamePicture(SITE, digest_of)
    assert same.larger("a.jpg", "a.jpg") == "a.jpg"
    assert asked == []
