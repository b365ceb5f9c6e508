"""The veraPDF driver: passes what is right, names what is wrong, and misses nothing."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.conformance import verapdf
from tests.support.tagged_snippets import print_snippet

ENGINE = shutil.which("javac") and Path("/usr/share/java/jaxb-runtime.jar").is_file()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ENGINE, reason="needs a JDK and libjaxb-java"),
]


def untagged(pdf: bytes) -> bytes:
    """Return the file without its mark that it is tagged."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    del writer.root_object["/MarkInfo"]
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_verdicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run tells good files from bad, unreadable and absent files."""
    pdf = print_snippet("<h1>Title</h1><p>a <a href='http://x.y/'><b>b</b> c</a>").pdf
    names = ("good", "bad", "garbage", "absent")
    good, bad, garbage, absent = (tmp_path / f"{name}.pdf" for name in names)
    good.write_bytes(pdf)
    bad.write_bytes(untagged(pdf))
    garbage.write_bytes(b"no PDF")
    verdicts = verapdf.check(["ua1"], [good, bad, garbage, absent])
    told = "\n".join(verdicts.failures)
    assert verdicts.checked == {("ua1", good), ("ua1", bad)}
    assert f"ua1 {bad}: 6.2-1 " in told
    assert str(good) not in told
    assert f"ua1 {garbage}: " in told
    assert f"ua1 {absent}: not checked" in told
    assert verapdf.told("ua1", [good]) == 0
    assert verapdf.told("ua1", [good, absent]) == 1
    assert "1 files checked" in capsys.readouterr().err


def test_nothing_to_check(tmp_path: Path) -> None:
    """The check of an empty folder is no success."""
    assert verapdf.told("ua1", verapdf.found([str(tmp_path)])) == 1
