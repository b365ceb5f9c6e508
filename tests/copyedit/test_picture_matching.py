"""Pictures of the record and uses in the body: the words of each picture find their use."""

import pytest

from printkit.article import Image
from printkit.copyedit.picture_list import DraftPicture
from printkit.copyedit.picture_matching import match_pictures
from printkit.copyedit.same_picture import SamePicture
from tests.support.time_limits import ends_soon


def use(**words: object) -> DraftPicture:
    """Return a use in the body."""
    return DraftPicture(Image.model_validate({"src": "a.jpg", **words}))


def entry(**words: object) -> Image:
    """Return a picture of the record."""
    return Image.model_validate({"src": "a.jpg", **words})


def matched(
    uses: list[DraftPicture], images: list[Image], **digests: str
) -> list[tuple[int | None, bool]]:
    """Return for each entry the number of its use, and whether the entry is surely about it."""
    same = SamePicture(None, lambda src: digests.get(src.removesuffix(".jpg"), ""))
    entries, _ = match_pictures(uses, images, same)
    numbers = {id(one): number for number, one in enumerate(uses)}
    return [(numbers[id(one.use)] if one.use else None, one.is_sure) for one in entries]


MAY, AFAR, WEST = (
    {"caption": words} for words in ("The dome in May", "Seen from afar", "From the west")
)


@pytest.mark.parametrize(
    ("uses", "images", "pairs"),
    [
        # A single use and a single entry belong together, whatever words the two have.
        ([MAY], [AFAR], [(0, True)]),
        ([MAY], [{"src": "a.jpg?w=300"}], [(0, True)]),
        ([MAY], [{"src": "a.jpg?id=300"}], [(None, False)]),
        # A lead with a caption of its own is a use of its own.
        ([MAY], [{**AFAR, "role": "lead"}], [(None, False)]),
        ([MAY], [{**MAY, "role": "lead"}], [(0, True)]),
        ([MAY], [{"role": "lead"}], [(0, True)]),
        # The record has more uses.
        ([MAY], [AFAR, MAY], [(None, False), (0, True)]),
        ([], [AFAR, MAY], [(None, False), (None, False)]),
        ([], [MAY, MAY], [(None, False)]),
        # The body has more uses: the entry goes to a use that agrees, else to a use without words.
        ([MAY, AFAR], [AFAR], [(1, True)]),
        ([MAY, AFAR], [AFAR, MAY], [(1, True), (0, True)]),
        ([MAY, {}], [WEST], [(1, False)]),
        ([MAY, AFAR], [WEST], [(0, False)]),
        ([MAY, AFAR], [{**WEST, "role": "lead"}], [(None, False)]),
        ([{"alt": "May"}, {"alt": "Afar"}], [{"alt": "Afar"}], [(1, True)]),
    ],
)
def test_entries_find_their_uses(
    uses: list[dict[str, object]],
    images: list[dict[str, object]],
    pairs: list[tuple[int | None, bool]],
) -> None:
    """The words that entry and use have in common decide."""
    assert matched([use(**one) for one in uses], [entry(**one) for one in images]) == pairs


def test_the_same_bytes_match_unless_captions_or_credits_contradict() -> None:
    """A server may give one answer at all addresses: a picture that says “not found”."""
    lead = entry(src="b.jpg", alt="Another description")
    assert matched([use(**MAY, alt="Dome")], [lead], a="1", b="1") == [(0, True)]
    assert matched([use(**MAY)], [lead], a="1", b="2") == [(None, False)]
    assert matched([use(**MAY)], [entry(src="b.jpg", **AFAR)], a="1", b="1") == [(None, False)]


def test_a_record_that_repeats_a_picture_without_end_is_matched_at_once() -> None:
    """A hostile record may repeat a picture thousands of times."""
    images = [entry(caption=f"{n} {'word ' * 2_000}") for n in range(600)]
    with ends_soon():
        matched([use(caption=f"Words {n}") for n in range(600)], images)
