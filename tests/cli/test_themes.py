"""`printkit themes`: the list of themes, and the tokens that a theme may set."""

import json

from printkit.themes import themes, tokens
from tests.support.command_line import run_command


def test_each_theme_has_a_line() -> None:
    """The line has the name of the theme and the purpose of the theme."""
    lines = run_command("themes").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [theme.name for theme in themes()]
    assert all(len(line.split()) > 2 for line in lines)


def test_each_token_is_listed_with_value_unit_and_effect() -> None:
    """A token stands under the heading of its group, as in tokens.css."""
    told = run_command("themes", "--tokens").stdout
    for token in tokens():
        others = "".join(f"; {kind}: {value}" for kind, value in token.other_values.items())
        assert f"\n  {token.name}: {token.value}{others}\n      {token.unit}: " in told
        assert f"\n      {token.unit}: {token.effect}\n" in told
    assert "  --lead-height: 52vh; small: 46vh; wide: 34vh\n" in told
    assert "; large: 38mm; wide and large: 25mm\n" in told
    assert told.startswith("Faces\n")
    assert "\n\nInk\n" in told


def test_tokens_and_themes_are_given_to_programs() -> None:
    """`--json` gives the values for all kinds of sheets."""
    told = json.loads(run_command("themes", "--tokens", "--json").stdout)
    assert told == [token._asdict() for token in tokens()]
    sheets = {"value", "small", "large", "wide", "wide_large"}
    assert {"name", "unit", "effect", "group"} | sheets == told[0].keys()
    listed = json.loads(run_command("themes", "--json").stdout)
    assert [one["name"] for one in listed] == [theme.name for theme in themes()]
