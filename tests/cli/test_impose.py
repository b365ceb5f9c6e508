"""`printkit impose`: sheets to fold, or to save paper."""

from pathlib import Path

import pytest
from pikepdf import Encryption

from printkit.cli.impose import command
from printkit.imposition import impose
from printkit.imposition.fitting import GRIDS
from tests.support.command_line import list_files, run_command
from tests.support.imposition_pdfs import make_numbered_pdf, read_sides, save_pdf


@pytest.fixture
def five() -> Path:
    """Return a PDF of five pages."""
    path = Path("five.pdf")
    path.write_bytes(save_pdf(make_numbered_pdf(5)))
    return path


def test_a_booklet_is_written(five: Path) -> None:
    """Stdout has the path; a remark on stderr says that the booklet is for print alone."""
    done = run_command("impose", five, "-o", "out.pdf", "--booklet")
    assert (done.exit_code, done.stdout) == (0, "out.pdf\n")
    assert done.stderr.startswith("PK801 ")
    assert Path("out.pdf").read_bytes() == impose(five, booklet=True).pdf


def test_every_choice_reaches_the_sheets(five: Path) -> None:
    """The options are the choices of the library."""
    options = ("--booklet", "--signature", "4", "--back-cover", "--rtl", "--paper", "A3")
    assert run_command("impose", five, "-o", "out.pdf", *options).exit_code == 0
    expected = impose(five, booklet=True, signature=4, back_cover=True, rtl=True, paper="A3")
    assert Path("out.pdf").read_bytes() == expected.pdf
    assert read_sides(expected.pdf)[0] == ["p1e", "p4e"]


def test_the_sheets_may_go_to_standard_output(five: Path) -> None:
    """Standard output has the PDF and nothing else."""
    done = run_command("impose", five, "-o", "-", "--nup", "4")
    assert done.stdout_bytes == impose(five, nup=4).pdf
    assert list_files() == {"five.pdf"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "out.pdf"),
        ("--booklet",),
        ("-o", "out.pdf", "--booklet", "--nup", "2"),
        ("-o", "out.pdf", "--nup", "5"),
        ("-o", "out.pdf", "--nup", "2", "--signature", "8"),
        ("-o", "out.pdf", "--nup", "2", "--back-cover"),
        ("-o", "five.pdf", "--booklet"),
        ("-o", "", "--booklet"),
    ],
)
def test_a_wrong_command_line_exits_with_2(five: Path, arguments: tuple[str, ...]) -> None:
    """The command writes no file."""
    before = five.read_bytes()
    done = run_command("impose", five, *arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert list_files() == {"five.pdf"}
    assert five.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("locked.pdf", ("--booklet",), "locked.pdf: the PDF is encrypted"),
        ("none.pdf", ("--booklet",), "none.pdf: there is no such file"),
        ("text.pdf", ("--nup", "2"), "text.pdf: the file is no PDF"),
    ],
)
@pytest.mark.usefixtures("five")
def test_what_cannot_be_imposed_is_one_clear_error(
    name: str, options: tuple[str, ...], said: str
) -> None:
    """The command ends with exit code 1 and writes no file."""
    Path("locked.pdf").write_bytes(
        save_pdf(make_numbered_pdf(1), encryption=Encryption(user="u", owner="o"))
    )
    Path("text.pdf").write_text("no PDF")
    done = run_command("impose", name, "-o", "out.pdf", *options)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "out.pdf" not in list_files()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--booklet", "--signature", "6"), "signature is 6; signature must be a multiple of 4"),
        (("--nup", "2", "--paper", "A44"), "paper is 'A44'"),
    ],
)
def test_a_wrong_choice_exits_with_2(five: Path, options: tuple[str, ...], said: str) -> None:
    """The error says which values can be given."""
    done = run_command("impose", five, "-o", "out.pdf", *options)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_dash_is_standard_input(five: Path) -> None:
    """A dash means the same in `printkit impose` as in `printkit export`."""
    done = run_command("impose", "-", "-o", "-", "--booklet", stdin=five.read_bytes())
    assert done.stdout_bytes == impose(five, booklet=True).pdf


def test_as_many_pages_a_side_as_there_are_grids() -> None:
    """The option offers exactly the grids of the library."""
    (nup,) = [one for one in command.params if one.name == "nup"]
    assert tuple(getattr(nup.type, "choices", ())) == tuple(GRIDS)


def test_limits_reach_the_worker(five: Path) -> None:
    """The message names the file, the limit and the option; with --trust no worker is there."""
    five.write_bytes(save_pdf(make_numbered_pdf(300)))
    tight = ("impose", five, "-o", "out.pdf", "--booklet", "--memory", "100")
    done = run_command(*tight)
    assert done.exit_code == 1
    assert "five.pdf: needed more than 100 MB of memory (limits.memory)" in done.stderr
    assert "--memory" in done.stderr
    assert list_files() == {"five.pdf"}
    assert run_command(*tight, "--trust").exit_code == 0
