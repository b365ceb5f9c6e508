"""The veraPDF driver: passes what is right, names what is wrong, and misses nothing."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conformance import verapdf
from tests.tagging.printing import printed

ENGINE = shutil.which("javac") and Path("/usr/share/java/jaxb-runtime.jar").is_file()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ENGINE, reason="needs a JDK and libjaxb-java"),
]


def test_verdicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run tells good files from bad, unreadable and absent ones."""
    pdf = printed("<h1>Title</h1><p>a <a href='http://x.y/'><b>b</b> c</a>").pdf
    names = ("good", "bad", "garbage", "absent")
    good, bad, garbage, absent = (tmp_path / f"{name}.pdf" for name in names)
    good.write_bytes(pdf)
    bad.write_bytes(re.sub(rb"/MarkInfo <</Marked true>>", rb"/MarkInfx <</Marked true>>", pdf))
    assert good.read_bytes() == pdf
    garbage.write_bytes(b"no PDF")
    verdicts = verapdf.check(["ua1"], [good, bad, garbage, absent])
    told = "\n".join(verdicts.failures)
    assert verdicts.checked >= {("ua1", good)}
    assert str(good) not in told
    assert f"ua1 {garbage}: " in told
    assert f"ua1 {absent}: not checked" in told
    assert verapdf.main("ua1", str(good)) == 0
    assert verapdf.main("ua1", str(good), str(absent)) == 1
    assert "1 files checked" in capsys.readouterr().err


def test_nothing_to_check(tmp_path: Path) -> None:
    """An empty folder is no success."""
    assert verapdf.main("ua1", str(tmp_path)) == 1
