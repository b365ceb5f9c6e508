"""Options that several commands have: each is the same in all commands."""

import click
import pytest

from printkit.cli import check, digest, export, options
from printkit.edition import Edition

COMMANDS = (check.command, digest.command, export.command)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_choice_of_an_edition_is_an_option(command: click.Command) -> None:
    """An option that is left out makes no choice, so that a choice of printkit.toml counts."""
    arguments = ["a.json"] + ["-o", "a.pdf"] * (command.name != "check")
    given = command.make_context(command.name, arguments).params
    spelt = {one.name: one.opts for one in command.params}
    for name in Edition.__dataclass_fields__:
        # `--root` is repeated, and each `--root` names one folder.
        option = "root" if name == "roots" else name
        assert given[name] in (None, ())
        assert spelt[name] == [f"--{option.replace('_', '-')}"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_option_says_what_it_does(command: click.Command) -> None:
    """Each option has a line of help."""
    options_of = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options_of if not one.help] == []


def test_options_stand_in_the_order_given() -> None:
    """The help lists the options in the order of the code."""

    @click.command()
    @options.together(click.option("--one"), click.option("--two"))
    @click.option("--three")
    def command(one: str, two: str, three: str) -> None:
        """Do nothing."""

    assert [one.name for one in command.params] == ["one", "two", "three"]
