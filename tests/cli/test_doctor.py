"""`printkit doctor`: the parts that this machine lacks, with the line that installs each part."""

from printkit.press.doctor import examine
from tests.support.command_line import run_command


def test_every_finding_is_told() -> None:
    """A line has the state, the subject and the remedy; a fault makes exit code 1."""
    done = run_command("doctor")
    findings = examine()
    assert findings
    for finding in findings:
        assert f"{finding.state:7} {finding.subject}: {finding.message}" in done.stdout
        assert finding.remedy in done.stdout
    assert done.exit_code == int(any(finding.state == "fault" for finding in findings))
