"""Terms with a moment allow or forbid print until this moment."""

from datetime import UTC, datetime, timedelta

import pytest

from printkit.pictures.restrictions import forbids_print
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    "terms",
    [
        "Print until 31 Dec 2020 only",
        "Use until 31 Dec 2020",
        "Valid until 2020-12-31",
        "Licence expired 31 Dec 2020",
        "License expires December 31, 2020",
        "Druck bis 31.12.2020",
        "Nur bis 31. Dezember 2020",
        "Gültig bis 31.12.2020",
        "Utilisation jusqu'au 31 décembre 2020",
        "Uso hasta el 31 de diciembre de 2020",
        "Uso fino al 31 dicembre 2020",
        "Uso até 31 de dezembro de 2020",
        "Gebruik tot 31 december 2020",
        "Do użytku do 31 grudnia 2020",
        "Do użytku do końca grudnia 2020",
        "Gebruik voor 31 december 2020",
        "Verwendung vor dem 31.12.2020",
        "Использование до 31 декабря 2020",
        "Använd till 31 december 2020",
        "使用期限：2020年12月31日",
        "2020年12月31日まで",
        "使用期限至2020年12月31日",
        "2020년 12월 31일까지 사용",
        "صالح حتى 31 ديسمبر 2020",
        "בתוקף עד 31 בדצמבר 2020",
        "Print rights expire 2020-12-31",
        "Print: until 2020",
        "For print use until end of 2020",
        "Editorial use until 31/12/2020 only",
        "Not to be used after 31 December 2020",
        "Do not use after 31/12/2020",
        "No use after 2020-12-31",
        "Not for print after 31 Dec 2020",
        "Nicht nach dem 31.12.2020 verwenden",
        "Keine Verwendung nach dem 31.12.2020",
        "Ne pas utiliser après le 31/12/2020",
        "No usar después del 31 de diciembre de 2020",
        "Niet gebruiken na 31 december 2020",
        "Не использовать после 31 декабря 2020",
    ],
)
def test_the_time_of_a_use_is_over(terms: str) -> None:
    """The year 2020 is over, and so is the use."""
    assert forbids_print(terms)
    assert not forbids_print(terms.replace("2020", "2099"))


@pytest.mark.parametrize(
    "terms",
    [
        "Print until 31 Dec 2099",
        "Print until 31 Dec 2099 only",
        "Embargoed until 31 Dec 2020",
        "No print until 31 Dec 2020",
        "Online only until 31 Dec 2020",
        "Exclusive until 31 Dec 2020",
        "© 2020 AP",
        "Copyright 2020. All rights reserved.",
        "Not for print before 1 Jan 2020",
        "Use until 2099",
        "Photo taken until 2020",
        "Online seit 2020",
        "Published online 31 Dec 2020",
        "© 2015–2020 Getty",
        "Nicht vor dem 1.1.2020 drucken",
        "Gratis hasta 2020, después consultar",
        "Must credit AP until 2020",
        "Für Print und Web bis 31.12.2099",
        "Only valid for the web and print edition of 2019",
        "Do not crop, © Ann Lee 2019",
        "Print until 2099; online until 2020",
        "No sales after 2020",
        "Not to be used online after 2020",
        "No archive after 31 Dec 2020",
        "Prawa do zdjęcia: Jan Kowalski, 2019",
        "Direitos reservados, Acervo do Estado, 1975",
        "Uso livre, Arquivo do Museu 1950",
        "Vrij te gebruiken voor pers, foto 2019",
        "Nutzung vor Ort frei, Foto 2019",
    ],
)
def test_other_moments_end_no_use(terms: str) -> None:
    """A ban ends, too, and so do embargoes and exclusive rights."""
    assert not forbids_print(terms)


@pytest.mark.parametrize("terms", ["No print until 31 Dec {}", "Online only until 31 Dec {}"])
def test_a_ban_holds_until_its_moment(terms: str) -> None:
    """The moment is to come, and then over."""
    assert forbids_print(terms.format(2099))
    assert not forbids_print(terms.format(2020))


def test_the_day_counts_in_the_present_year() -> None:
    """Yesterday is over, and tomorrow is not."""
    today = datetime.now(UTC).date()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    assert forbids_print(f"Print use until {yesterday.isoformat()}")
    assert forbids_print(f"Nutzung bis {yesterday.day}.{yesterday.month}.{yesterday.year}")
    assert not forbids_print(f"Print use until {tomorrow.isoformat()}")


@pytest.mark.parametrize("mark", ["until 2020 ", "2020年", "1. ", "use until ", "31.12."])
def test_long_terms_end_soon(mark: str) -> None:
    """Of 100,000 characters."""
    with ends_soon():
        forbids_print(mark * (100_000 // len(mark)))
