"""The options of `printkit digest`: each choice of the library has an option."""

from pathlib import Path
from typing import Any

from printkit.cli.choices import choose_for_digest
from printkit.cli.digest import command
from printkit.issue.digest_choices import DigestChoices, edition_and_plan

CHOICES = DigestChoices.__optional_keys__
EVERY_OPTION = {
    "title": "The Week",
    "masthead": "THE WEEK",
    "number": "7",
    "note": "Dear reader",
    "note_by": "The editor",
    "cover_picture": "cover.jpg",
    "cover_caption": "A quay",
    "cover_credit": "M. L.",
    "colophon": "Printed at home",
    "date": "2019-09-16",
    "since": "2019-09-09",
    "until": "2019-09-15",
    "timezone": "Europe/Madrid",
    "undated": True,
    "only_sections": ("World", "Home"),
    "only_tags": ("ships",),
    "only_sources": ("example.org",),
    "limit": 5,
    "max_per_source": 2,
    "sections": ("Home", "World"),
    "start": "flow",
    "without": ("cover", "colophon"),
    "append": ("advert.pdf",),
    "prepend": ("letter.pdf",),
    "theme": "reader",
    "templates": "pages",
    "paper": "A5",
    "language": "es",
    "links": "plain",
    "profile": "plain",
    "allow_restricted": True,
    "roots": ("pages",),
}
SPELT = {"since": "--from", "until": "--to", "sections": "--head", "roots": "--root"}
SPELT |= {"only_sections": "--section", "only_tags": "--tag", "only_sources": "--source"}


def arguments_for(choices: dict[str, Any]) -> list[str]:
    """Return the options that make these choices."""
    found = []
    for name, value in choices.items():
        option = SPELT.get(name, f"--{name.replace('_', '-')}")
        values = value if isinstance(value, tuple) else (value,)
        found += [
            part for one in values for part in ([option] if one is True else [option, str(one)])
        ]
    return found


def parsed(*arguments: str) -> dict[str, Any]:
    """Return the choices that a command line makes."""
    given = command.make_context("digest", ["a.json", "-o", "out.pdf", *arguments]).params
    return dict(choose_for_digest(None, {key: given[key] for key in CHOICES}))


def test_every_choice_has_an_option() -> None:
    """An option that is left out makes no choice; a given option makes its own choice."""
    Path("pages").mkdir()
    Path("pages", "note.html").write_text("")
    Path("cover.jpg").touch()
    assert parsed() == {}
    assert parsed(*arguments_for(EVERY_OPTION)) == EVERY_OPTION
    assert EVERY_OPTION.keys() | {"week"} == CHOICES
    assert edition_and_plan(EVERY_OPTION)


def test_a_week_without_a_value_is_the_last_one() -> None:
    """`--week 2019-W37` is that week; `--no-undated` leaves undated articles out again."""
    assert parsed("--week") == {"week": "last"}
    assert parsed("--week", "--undated") == {"week": "last", "undated": True}
    assert parsed("--week", "2019-W37", "--no-undated") == {"week": "2019-W37", "undated": False}
