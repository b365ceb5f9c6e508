"""`printkit doctor`: the libraries and fonts that printing needs, and the missing ones."""

import click

from printkit.cli.standard_output import say


@click.command("doctor")
def command() -> None:
    """Check the libraries and fonts that printing needs.

    If a package is missing, the list has the command that installs the package.
    """
    from printkit.press.doctor import examine

    findings = examine()
    for finding in findings:
        say(f"{finding.state:7} {finding.subject}: {finding.message}")
        if finding.remedy:
            say(f"        {finding.remedy}")
    if any(finding.state == "fault" for finding in findings):
        raise SystemExit(1)
