"""`printkit doctor`: the libraries and fonts that this machine lacks for printing."""

import click


@click.command("doctor")
def command() -> None:
    """Say what this machine lacks for printing.

    It also prints the line that installs what is missing.
    """
    from printkit.press.doctor import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{finding.state:7} {finding.subject}: {finding.message}")
        if finding.remedy:
            click.echo(f"        {finding.remedy}")
    if any(finding.state == "fault" for finding in findings):
        raise SystemExit(1)
