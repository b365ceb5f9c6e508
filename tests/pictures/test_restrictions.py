"""A picture whose terms of use forbid print is not printed, unless the caller allows it."""

from pathlib import Path
from typing import Any

import pytest

import printkit
from printkit.article import Image
from printkit.pictures.restrictions import forbidding_terms, forbids_print
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
        "Online only",
        "Digital use only",
        "Nur online",
        "Web uniquement",
        "no print",
        "Nur Web",
        "Nur digital",
        "Nur für Web",
        "Numérique seulement",
        "Réservé au web",
        "Usage web seul",
        "Exclusivement pour le web",
        "Pas de print",
        "Sólo web",
        "Solo digital",
        "Solo uso digital",
        "No imprimir",
        "No apto para impresión",
        "Solo web",
        "Solo online",
        "Uso esclusivo web",
        "Esclusiva web",
        "Non per la stampa",
        "No stampa",
        "Só online",
        "Apenas digital",
        "Somente web",
        "Não imprimir",
        "Uso exclusivo online",
        "Alleen online",
        "Alleen voor web",
        "Alleen digitaal",
        "Uitsluitend digitaal gebruik",
        "Niet voor print",
        "Geen print",
        "Tylko online",
        "Tylko do internetu",
        "Wyłącznie internet",
        "Tylko w sieci",
        "Nie do druku",
        "Zakaz druku",
        "Только онлайн",
        "Только для сайта",
        "Только веб",
        "Печать запрещена",
        "Endast webb",
        "Endast online",
        "Endast digitalt",
        "Bara för webben",
        "Ej för tryck",
        "Ej print",
        "オンラインのみ",
        "ウェブのみ",
        "Web限定",
        "Webのみ使用可",
        "デジタルのみ",
        "ネット限定",
        "印刷不可",
        "印刷禁止",
        "紙面使用不可",
        "仅限网络",
        "仅限线上使用",
        "仅限数字媒体",
        "不可印刷",
        "僅限網路",
        "온라인 전용",
        "온라인만",
        "디지털 전용",
        "인쇄 불가",
        "للإنترنت فقط",
        "للاستخدام الرقمي فقط",
        "على الإنترنت فقط",
        "للويب فقط",
        "ممنوع الطباعة",
        "لا للطباعة",
        "לאינטרנט בלבד",
        "אונליין בלבד",
        "לשימוש דיגיטלי בלבד",
        "באתר בלבד",
        "לא להדפסה",
        "אסור להדפסה",
        "Web-only",
        "online use only.",
        "digital-only",
        "For web use only",
        "Internal screen use only",
        "Social media only",
        "E-paper and web only",
        "website only",
        "vain verkkokäyttöön",
        "само за уеб",
        "samo za splet",
        "tik internetui",
        "tikai tīmeklim",
        "ainult veebis",
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
        "No use in print advertising",
        "Not for use on paper products",
        "Do not print without credit",
        "Do not publish without a credit",
        "Free for print and online use with credit",
        "Nur redaktionelle Verwendung",
        "Usage éditorial uniquement",
        "https://creativecommons.org/licenses/by/4.0/",
        "Mandatory credit: Reuters",
        "Not for resale. May be printed with credit.",
        "Print and online",
        "Print only",
        "Not only online",
        "Online and print only",
        "No online use",
        "No print restrictions",
        "Nur Print",
        "Print und Online",
        "Nur redaktionell",
        "Web et print",
        "Presse et web",
        "Solo prensa y web",
        "Stampa e web",
        "Impresso e digital",
        "Print en online",
        "Druk i internet",
        "Печать и интернет",
        "Tryck och webb",
        "Print och webb",
        "印刷可",
        "印刷・ウェブ可",
        "Web・印刷とも可",
        "网络和印刷",
        "印刷和网络均可",
        "인쇄 및 온라인",
        "الطباعة والإنترنت",
        "דפוס ואינטרנט",
        "CC BY 4.0",
        "CC BY-NC-ND 4.0",
        "Free until cancelled",
        "Public domain",
        "Available online",
        "From our digital archive",
        "Rights managed, digital and print",
        "Newspapers only",
        "Only for use in Germany",
        "Nur mit Namensnennung",
        "Only with credit",
        "Seulement avec mention",
        "只限新闻报道",
        "報道目的のみ",
        "Solo uso editorial",
        "Apenas uso editorial",
        "Только для редакционного использования",
        "רק לשימוש עיתונאי",
        "Use only with link to website",
        "Solo con crédito y enlace al sitio web",
        "Nur mit Nennung und Link auf Webseite",
    ],
)
def test_other_terms_forbid_nothing(terms: str | None) -> None:
    """Such terms have other limits, or allow print."""
    assert not forbids_print(terms)


@pytest.mark.parametrize("field", ["usage_terms", "license", "license_url", "copyright_notice"])
def test_all_rights_of_a_picture_are_read(field: str) -> None:
    """An address that has such words in its path forbids nothing."""
    assert forbidding_terms(Image.model_validate({"src": "a.png", field: "Nur online"}))
    address = {"src": "a.png", field: "https://e.org/no-print/online only"}
    assert not forbidding_terms(Image.model_validate(address))


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
