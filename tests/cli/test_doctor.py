"""`printkit doctor`: what this machine lacks, and by which line it is installed."""

from printkit.press.doctor import examine
from tests.support.command_line import run_command


def test_every_finding_is_told() -> None:
    """Its state, its subject and its remedy; a fault is a failure."""
    done = run_command("doctor")
    findings = examine()
    assert findings
    for finding in findings:
        assert f"{finding.state:7} {finding.subject}: {finding.message}" in done.stdout
        assert finding.remedy in done.stdout
    assert done.exit_code == int(any(finding.state == "fault" for finding in findings))
