"""A picture whose terms of use forbid print is not printed, unless the caller allows it."""

from pathlib import Path
from typing import Any

import pytest

import printkit
from printkit.pictures.restrictions import forbids_print
from printkit.report import Result
from tests.support.command_line import run_command, write_record
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.printed_articles import read_pages
from tests.support.sample_records import PLAIN


@pytest.mark.parametrize(
    "terms",
    [
        "Web use only",
        "For online use only.",
        "Editorial use on websites only; no archives",
        "Digital only",
        "Only for web and social media",
        "No print",
        "Not for print.",
        "Not to be used in print",
        "No use in newspapers",
        "Print: no",
        "Print rights not included",
        "Print use prohibited",
        "NOT FOR PUBLICATION",
        "Do not print",
        "Nur für Online-Nutzung",
        "Keine Druckrechte",
        "Nicht für den Druck",
        "Ausschließlich für digitale Verwendung",
        "Usage web uniquement",
        "Pas d'impression",
        "Interdit d’impression",
        "Solo para uso en línea",
        "Prohibida su impresión",
        "Apenas uso digital",
        "Solo uso web",
        "Vietata la stampa",
        "Alleen online gebruik",
        "Niet voor drukwerk",
        "Endast för webben, ej tryck",
        "Tylko do użytku w internecie, nie do druku",
        "Только для интернета",
        "Не для печати",
        "לא לדפוס",
        "غير مخصص للطباعة",
        "禁止印刷",
        "Cannot be used in print",
        "Can’t be printed",
        "Druck nicht gestattet",
        "Abdruck ist nicht erlaubt",
        "Impression non autorisée",
        "Impresión no permitida",
        "Stampa non consentita",
        "Impressão não autorizada",
        "Druk verboden",
        "Печать не разрешена",
        "只限网络使用",
        "仅限在线使用",
        "只限網上使用",
        "不得用于印刷",
        "オンライン限定",
        "웹 전용",
        "인쇄 금지",
        "No restrictions online; no print",
        "Keine Printnutzung",
        "Tylko do użytku w internecie",
        "仅供网络使用",
        "只供网站使用",
        "僅供網路使用",
        "印刷物での使用不可",
        "紙面への掲載禁止",
        "ウェブサイトでの利用に限る",
        "لا يجوز الطباعة",
        "لا يسمح بالطباعة",
        "يمنع استخدامها في المطبوعات",
        "אסור לשימוש בדפוס",
        "Don't print",
        "Don’t print",
        "MAGS OUT",
        "print=false",
    ],
)
def test_terms_forbid_print_in_many_words(terms: str) -> None:
    """Terms have capitals, many languages, and reasons around them."""
    assert forbids_print(terms)


@pytest.mark.parametrize(
    "terms",
    [
        "",
        None,
        "All rights reserved",
        "No restrictions on print",
        "Please do not print this e-mail",
        "لا قيود على الطباعة",
        "אין הגבלה על הדפסה",
        "print=true",
        "Print out and keep",
        "Ohne Einschränkung im Druck",
        "Sans restriction pour l’impression",
        "May be printed; not only online",
        "Not only for online use",
        "Nicht nur online",
        "Print is not prohibited",
        "Print use not restricted",
        "Druck gestattet",
        "Editorial use only",
        "No sales, no archives",
        "No cropping; print and online use",
        "Print and web",
        "No print sales",
        "Free for print and online use with credit",
        "Nur redaktionelle Verwendung",
        "Usage éditorial uniquement",
        "https://creativecommons.org/licenses/by/4.0/",
        "Mandatory credit: Reuters",
        "Not for resale. May be printed with credit.",
    ],
)
def test_other_terms_forbid_nothing(terms: str | None) -> None:
    """Such terms have other limits, or allow print."""
    assert not forbids_print(terms)


def print_with(folder: Path, **choices: Any) -> Result:
    """Print an article with a picture for the web alone."""
    (folder / "quay.png").write_bytes(encode_picture(draw_scene()))
    image = {"src": "quay.png", "alt": "Q", "credit": "Mia Berg/AP", "usage_terms": "Web use only"}
    write_record({**PLAIN, "images": [image]}, str(folder / "a.json"))
    return printkit.export(folder / "a.json", **choices)


def test_a_box_with_the_credit_stands_in_its_place(tmp_path: Path) -> None:
    """A remark quotes the terms and names the option; the file has no byte of the picture."""
    made = print_with(tmp_path)
    [remark] = [one for one in made.remarks if one.code == "PK403"]
    assert remark.message == (
        "its terms of use forbid print: 'Web use only'; --allow-restricted prints it"
    )
    words = " ".join(read_pages(made.pdf)[0].split())
    assert "Picture not available" in words
    assert "Mia Berg/AP" in words
    assert "<img" not in made.markup


def test_the_caller_may_allow_it(tmp_path: Path) -> None:
    """Library, command and digest have the option; the cache keeps the two prints apart."""
    assert "<img" in print_with(tmp_path, allow_restricted=True).markup
    record, out = str(tmp_path / "a.json"), str(tmp_path / "a.pdf")
    assert "PK403" in run_command("export", record, "-o", out).stderr
    assert "PK403" not in run_command("export", record, "-o", out, "--allow-restricted").stderr
    for allowed in (False, True, False):
        made = printkit.digest(record, allow_restricted=allowed)
        told = [remark.code for account in made.accounts for remark in account.remarks]
        assert ("PK403" in told) is not allowed
