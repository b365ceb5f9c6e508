"""Emoji and signs are printed in ink, on a machine with and without faces of its own."""

import io
import json
import os
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import pypdf
import pytest
from fontTools.ttLib import TTFont

import printkit
from printkit.inspect import inspect
from tests.support.languages import READERS
from tests.support.paths import CHECKOUT
from tests.support.text_behind import find_unmapped_glyphs, keep_characters

CASE = CHECKOUT / "tests" / "cases" / "field" / "b05-emoji-sequences.json"
SEQUENCES = ["🛳️", "❤️", "👨‍👩‍👧‍👦", "🇩🇪", "🇯🇵", "🏳️‍🌈", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👍🏽", "3️⃣", "✅", "❌", "🍷", "⛵"]
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@cache
def printed() -> printkit.Result:
    """Return the print of the field case (b05), the same for all tests."""
    return printkit.export(json.loads(CASE.read_text(encoding="utf-8")))


def faces_of(pdf: bytes) -> set[str]:
    """Return the names of all faces on the first page, without the mark of a subset."""
    fonts = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = (str(font.get_object()["/BaseFont"]) for font in fonts.get_object().values())
    return {name.partition("+")[2] for name in names}


def test_every_emoji_is_printed_and_the_claim_stands() -> None:
    """No character is a box, so the file claims PDF/UA and PDF/A."""
    assert [one.code for one in printed().remarks] == []
    assert len(inspect(printed().pdf).claims) == 2
    assert "printkit-emoji" in faces_of(printed().pdf)


@pytest.mark.parametrize("reader", READERS)
def test_a_sequence_is_read_back_whole(reader: str) -> None:
    """A family, a flag, a skin tone or a keycap is one cluster with its text behind."""
    told = keep_characters(READERS[reader](printed().pdf))
    assert [one for one in SEQUENCES if one not in told] == []
    assert find_unmapped_glyphs(printed().pdf) == []


@pytest.mark.slow
@pytest.mark.parametrize("coloured", [True, False])
def test_faces_of_the_system_do_not_matter(tmp_path: Path, coloured: bool) -> None:
    """The same face is printed with coloured faces on the machine and with no face at all."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    if coloured:
        face = TTFont(io.BytesIO((files("manimgx_fonts") / "NotoEmoji[wght].ttf").read_bytes()))
        for name in (1, 4, 16):
            face["name"].setName("Noto Color Emoji", name, 3, 1, 0x409)
        face.save(fonts / "NotoColorEmoji.ttf")
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(fonts=fonts, cache=tmp_path / "cache"))
    target = tmp_path / "out.pdf"
    run = subprocess.run(
        [sys.executable, "-m", "printkit", "export", CASE, "-o", target],
        env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT,
    )
    assert run.returncode == 0, run.stderr
    assert "PK502" not in run.stderr
    faces = faces_of(target.read_bytes())
    assert "printkit-emoji" in faces
    assert not any("Color" in name for name in faces)


def test_stars_and_ticks_cost_no_claim() -> None:
    """One star in a review is printed on every machine."""
    record = {"headline": "★★★☆☆", "body": "<p>Good ✓, bad ✗, press ⌘, note ♪, sun ☀, heart ♥.</p>"}
    made = printkit.export(record)
    assert [one for one in made.remarks if one.code == "PK502"] == []
    assert len(inspect(made.pdf).claims) == 2
