"""The values of fields are written in faces that the file holds, for every viewer alike."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from printkit.imposition import impose
from tests.support.annotated_sheet import Sheet, admit, ink, lost, words
from tests.support.imposition_pdfs import save_pdf
from tests.support.quick_cases import mark_slow
from tests.support.text_behind import HAS_POPPLER, keep_characters, read_with_poppler

OPTIONS = Array([String("Пристань"), String("Гавань")])
VALUES: dict[str, tuple[str, dict[str, Any], str]] = {
    "accents": ("Tx", {"V": String("Dvořák à Málaga 77 €")}, "Dvořák à Málaga 77 €"),
    "Cyrillic": ("Tx", {"V": String("Привет"), "DA": String("/He 9 Tf 0 0 1 rg")}, "Привет"),
    "Greek": ("Tx", {"V": String("Λιμάνι 5"), "Q": 2}, "Λιμάνι 5"),
    "Hebrew": ("Tx", {"V": String("שלום לכם"), "Q": 2}, "שלום לכם"),
    "Arabic in the middle": ("Tx", {"V": String("ميناء قديم"), "Q": 1}, "ميناء قديم"),
    "a size of its own": ("Tx", {"V": String("Gannet"), "DA": String("/He 0 Tf 0 g")}, "Gannet"),
    "lines": ("Tx", {"V": String("Řeka\rMoře"), "Ff": 1 << 12}, "Řeka Moře"),
    "cells": ("Tx", {"V": String("ČŘŽ1"), "Ff": 1 << 24, "MaxLen": 6}, "Č Ř Ž 1"),
    "turned": ("Tx", {"V": String("Žatec"), "MK": Dictionary(R=90)}, "Žatec"),
    "a choice": ("Ch", {"V": String("Гавань"), "Opt": OPTIONS, "Ff": 1 << 17}, "Гавань"),
    "a list": ("Ch", {"V": String("Гавань"), "Opt": OPTIONS}, "Пристань Гавань"),
    "ink in cyan": ("Tx", {"V": String("Gannet"), "DA": String("/He 9 Tf 1 0 0 0 k")}, "Gannet"),
    "long": ("Tx", {"V": String("a value of many words, in smaller letters")}, ""),
    "odd letters": (
        "Tx",
        {"V": String("Gannet"), "DA": String("/He nan Tf - . rg Tf k")},
        "Gannet",
    ),
}


def fonts_of(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the name of each font of a file, with whether the file holds the font."""
    with Pdf.open(io.BytesIO(pdf)) as file:
        for one in file.objects:
            if isinstance(one, Dictionary) and one.get("/Type") == Name.Font:
                yield from _held(one)


def _held(font: Object) -> Iterator[tuple[str, bool]]:
    inner = font.get("/DescendantFonts", [font])[0]
    about = inner.get("/FontDescriptor", Dictionary())
    held = any(isinstance(about.get(f"/FontFile{kind}"), Stream) for kind in ("", "2", "3"))
    yield str(font.get("/BaseFont")), held


@pytest.mark.parametrize(
    "kind", mark_slow(VALUES, but={"accents", "Hebrew", "cells", "a choice", "long"})
)
def test_a_value_is_written_in_a_face_that_the_file_holds(tmp_path: Path, kind: str) -> None:
    """The words are on paper and can be read by two readers, and each font is embedded."""
    type_, keys, wanted = VALUES[kind]
    sheet = Sheet()
    del sheet.page.Resources.Font
    sheet.field(type_, **keys)
    admitted = admit(tmp_path, sheet)
    assert [one.message for one in admitted.remarks if one.code == "PK714"] == []
    fonts = dict(fonts_of(admitted.pdf))
    assert fonts
    assert all(fonts.values()), fonts
    wanted = wanted or str(keys["V"])
    assert keep_characters(words(admitted.pdf)) == keep_characters(wanted)
    if HAS_POPPLER:
        assert keep_characters(read_with_poppler(admitted.pdf)) == keep_characters(wanted)


def test_a_free_text_is_written_in_a_face_that_the_file_holds(tmp_path: Path) -> None:
    """A free text is a note that a reader wrote on the page."""
    sheet = Sheet()
    del sheet.page.Resources.Font
    sheet.put("FreeText", Contents=String("Siehe Übersicht"), DA=String("/He 12 Tf 1 0 0 rg"))
    admitted = admit(tmp_path, sheet)
    assert words(admitted.pdf) == "Siehe Übersicht"
    assert all(held for _, held in fonts_of(admitted.pdf))


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_value_on_a_turned_page_stays_in_its_box(tmp_path: Path, turned: int) -> None:
    """The ink of the value is within the box of the field, whatever the page's rotation is."""
    sheet = Sheet()
    sheet.field(V=String("Žatec Žatec"))
    sheet.page.Rotate = turned
    pdf = admit(tmp_path, sheet).pdf
    boxes = {0: (15, 235, 205, 285), 90: (15, 15, 65, 205)}
    boxes |= {180: (95, 15, 285, 65), 270: (235, 95, 285, 285)}
    assert ink(pdf, boxes[turned]) == ink(pdf, (0, 0, 300, 300)) > 50


def test_a_letter_that_no_face_has_is_told(tmp_path: Path) -> None:
    """A digest and a sheet both name the words; other values are not named."""
    sheet = Sheet()
    sheet.field(V=String("rune \U00011dd0"))
    sheet.field(V=String("Café\u00a077 €"), Rect=Array([20, 120, 200, 160]))
    told = [one.message for one in admit(tmp_path, sheet).remarks if one.code == "PK714"]
    assert len(told) == 1
    assert told[0].endswith(": rune \U00011dd0")
    imposed = [one.message for one in impose(save_pdf(sheet.pdf), nup=2).remarks]
    assert imposed[1:] == told


def test_a_value_that_is_too_long_is_told_from_where_it_is_cut(tmp_path: Path) -> None:
    """The letters become smaller, but they can still be read."""
    sheet = Sheet()
    sheet.field(V=String("a long value " * 20))
    told = lost(admit(tmp_path, sheet))
    assert len(told) == 1
    assert told[0].startswith(("a long", "long", "value"))
    assert len(told[0]) < len("a long value " * 15)


def test_a_hebrew_value_beside_latin_values_is_not_called_lost(tmp_path: Path) -> None:
    """PDFium reads the fields of a row as one line, and turns the words of the Hebrew value."""
    sheet = Sheet()
    sheet.field(V=String("Dvořák à Málaga"), Rect=Array([20, 240, 280, 264]))
    sheet.field(V=String("שלום לכם −5%"), Rect=Array([20, 210, 280, 234]), Q=2)
    sheet.field(V=String("Gannet"), Rect=Array([20, 180, 280, 204]))
    assert lost(admit(tmp_path, sheet)) == []


def test_a_chinese_value_beside_arabic_values_is_not_called_lost(tmp_path: Path) -> None:
    """PDFium takes the three fields for one line from right to left, and turns its words."""
    sheet = Sheet()
    for place, words_ in enumerate(("שלום 12, רח׳ 3", "你好，世界 2026", "مرحبا 123")):
        low = 240 - 40 * place
        sheet.field(V=String(words_), Rect=Array([20, low, 240, low + 24]))
    assert lost(admit(tmp_path, sheet)) == []


def test_a_form_of_many_fields_is_read_in_time(tmp_path: Path) -> None:
    """All values are laid out together."""
    sheet = Sheet()
    for number in range(60):
        sheet.field(V=String(f"Ž{number}"), Rect=Array([20, 20, 60, 40]))
    assert admit(tmp_path, sheet).page_count == 1


def test_an_xfa_form_beside_the_fields_makes_no_noise(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Adobe's forms have both; pypdfium2 advises to build PDFium anew, which helps no user."""
    sheet = Sheet()
    sheet.field(V=String("Žatec"))
    sheet.form.XFA = sheet.pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    made = impose(save_pdf(sheet.pdf), nup=2)
    assert words(made.pdf) == "Žatec"
    assert caplog.text + capfd.readouterr().err == ""
