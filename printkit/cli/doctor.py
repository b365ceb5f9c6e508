"""`printkit doctor`: what this machine lacks."""

import click


@click.command("doctor")
def command() -> None:
    """Say what this machine lacks for printing.

    And the line that installs it.
    """
    from printkit.press.doctor import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{finding.state:7} {finding.subject}: {finding.message}")
        if finding.remedy:
            click.echo(f"        {finding.remedy}")
    if any(finding.state == "fault" for finding in findings):
        raise SystemExit(1)
