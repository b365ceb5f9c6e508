"""`printkit doctor`: the libraries and fonts that printing needs, and the missing ones."""

import click


@click.command("doctor")
def command() -> None:
    """Check the libraries and fonts that printing needs.

    If a package is missing, the list has the command that installs the package.
    """
    from printkit.press.doctor import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{finding.state:7} {finding.subject}: {finding.message}")
        if finding.remedy:
            click.echo(f"        {finding.remedy}")
    if any(finding.state == "fault" for finding in findings):
        raise SystemExit(1)
