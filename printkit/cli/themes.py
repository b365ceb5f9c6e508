"""`printkit themes`: list the themes, or the tokens that a theme may set."""

import json

import click

from printkit.cli.standard_output import say


@click.command("themes")
@click.option("--tokens", "with_tokens", is_flag=True, help="List the tokens that a theme may set.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def command(with_tokens: bool, as_json: bool) -> None:
    """List the themes, each with its purpose."""
    from printkit.themes import themes, tokens

    if as_json:
        listed = (
            [token._asdict() for token in tokens()]
            if with_tokens
            else [{"name": theme.name, "purpose": theme.purpose} for theme in themes()]
        )
        say(json.dumps(listed, ensure_ascii=False, indent=1))
    elif with_tokens:
        for line in _token_lines():
            say(line)
    else:
        for theme in themes():
            say(f"{theme.name:12} {theme.purpose}")


def _token_lines() -> list[str]:
    """Return the lines of a list of tokens: headings of groups, names, values, units, effects."""
    from printkit.themes import tokens

    lines: list[str] = []
    group = ""
    for token in tokens():
        if token.group != group:
            group = token.group
            lines += ["", group] if lines else [group]
        others = (f"{kind}: {value}" for kind, value in token.other_values.items())
        lines.append("; ".join((f"  {token.name}: {token.value}", *others)))
        lines.append(f"      {token.unit}: {token.effect}")
    return lines
