"""Dates whose months have names, in the languages that printkit prints."""

from datetime import date, datetime, timedelta, timezone

import pytest

from printkit.readers.worded_dates import read_worded_date

DAY = date(2024, 11, 22)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("22 ноября 2024 г.", "ru"),
        ("22 ноябрь 2024", ""),
        ("22 листопада 2024 р.", "uk"),
        ("22 listopada 2024", "pl"),
        ("22. listopadu 2024", "cs"),
        ("2024. november 22., péntek", "hu"),
        ("perjantaina 22. marraskuuta 2024", ""),
        ("22 Kasım 2024 Cuma", "tr"),
        ("22 Νοεμβρίου 2024", ""),
        ("22 de novembre del 2024", "ca"),
        ("22 noiembrie 2024", ""),
        ("יום שישי, 22 בנובמבר 2024", ""),
        ("٢٢ نوفمبر ٢٠٢٤", "ar"),
        ("۲۲ نوامبر ۲۰۲۴", "fa"),
        ("2024年11月22日", "zh"),
        ("2024년 11월 22일", "ko"),
        ("วันศุกร์ที่ 22 พฤศจิกายน พ.ศ. 2567", "th"),
        ("22 พ.ย. 2567", ""),
        ("२२ नवंबर २०२४", ""),
        ("22. studenoga 2024.", "hr"),
        ("2024 m. lapkričio 22 d.", ""),
        ("2024. gada 22. novembris", ""),
        ("22 Samhain 2024", ""),
        ("22 ta’ Novembru 2024", ""),
        ("22 November 2024", "id"),
        ("ngày 22 tháng 11 năm 2024", "vi"),
        ("thứ Sáu, 22/11/2024", "vi"),
        ("Nov 22nd, 2024", "xx"),
        ("the 22nd of November 2024", ""),
        ("22-Nov-2024", ""),
        ("22-Nov-24", ""),
        ("Published Nov. 22, 2024", ""),
        ("22 XI 2024", "pl"),
        ("22-XI-2024", ""),
        ("п'ятниця, 22 листопада 2024 р.", "uk"),
    ],
)
def test_one_day_in_many_languages(text: str, language: str) -> None:
    """Figures of each script; a weekday and the word for the year say nothing more."""
    assert read_worded_date(text, language) == DAY


@pytest.mark.parametrize(
    ("text", "hour", "zone"),
    [
        ("Nov 22, 2024 6:30 PM CST", 18, -6),
        ("22 November 2024 18:30 BST", 18, 1),
        ("2024年11月22日18時30分", 18, None),
        ("Nov. 22, 2024, 6:30 p.m. ET", 18, -5),
        ("Nov 22, 2024 at 6:30pm PST", 18, -8),
        ("22. November 2024 um 18:30 Uhr", 18, None),
        ("vendredi 22 novembre 2024 à 18h30", 18, None),
        ("2024年11月22日 下午6:30", 18, None),
        ("2024년 11월 22일 오후 6시 30분", 18, None),
        ("Fri Nov 22 2024 18:30:00 GMT+0100 (Central European Standard Time)", 18, 1),
        ("Fri Nov 22 18:30:00 2024", 18, None),
        ("Fri, 22 Nov 2024 18:30:08 +02:00", 18, 2),
    ],
)
def test_a_time_keeps_its_zone(text: str, hour: int, zone: int | None) -> None:
    """Half days, hours with `h` or `時`, abbreviated zones; no zone is invented."""
    found = read_worded_date(text)
    assert isinstance(found, datetime)
    assert (found.date(), found.hour, found.minute) == (DAY, hour, 30)
    assert found.tzinfo is None if zone is None else found.utcoffset() == timedelta(hours=zone)
    assert timezone(timedelta(hours=-5)).utcoffset(None) == timedelta(hours=-5)


@pytest.mark.parametrize(
    "text",
    [
        "2 days ago",
        "2 days before Nov 22, 2024",
        "November 2024",
        "1987",
        "03/04/2019",
        "31 February 2024",
        "22 listopada 2024",  # October in Croatian, November in Polish
        "22 Novembrium 2024",
        "22 November 2024 or 2025",
        "Nov 22, 2024 at 13:30 pm",
        "22 November 2024 was a Friday",
    ],
)
def test_a_day_that_is_not_sure_is_not_read(text: str) -> None:
    """If two languages disagree, and the record names no language, the day is unknown."""
    assert read_worded_date(text, "hr" if "listopada" in text else "") != DAY


@pytest.mark.parametrize(
    "text",
    [
        "Freitag, 22. November 2024, 14 Uhr",
        "22. november 2024 kl. 14",
        "vendredi 22 novembre 2024 à 14 h",
        "22 de noviembre de 2024, 14 horas",
        "2024年11月22日 14時",
        "22 november 2024, 14 uur",
    ],
)
def test_an_hour_may_stand_alone(text: str) -> None:
    """The word for the hour stands beside the number."""
    assert read_worded_date(text) == datetime(2024, 11, 22, 14)


def test_the_century_of_a_short_year_is_found_as_in_mail() -> None:
    """From 50 on, the year is of the last century."""
    assert read_worded_date("22-Nov-87") == date(1987, 11, 22)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Freitag, 22. November 2024, 14 Uhr", "de"),
        ("venerdì 22 novembre 2024 alle 14", "it"),
        ("pátek 22. listopadu 2024 ve 14 hodin", "cs"),
        ("piatok 22. novembra 2024 o 14. hodine", "sk"),
        ("piątek, 22 listopada 2024, o 14", "pl"),
        ("péntek, 2024. november 22., 14 óra", "hu"),
        ("vineri, 22 noiembrie 2024, ora 14", "ro"),
        ("петък, 22 ноември 2024 г., 14 ч.", "bg"),
        ("пятница, 22 ноября 2024 г., 14 часов", "ru"),
        ("п\u02bcятниця, 22 листопада 2024 р., 14 год.", "uk"),
        ("Παρασκευή 22 Νοεμβρίου 2024, ώρα 14", "el"),
        ("reede, 22. november 2024 kell 14", "et"),
        ("piektdiena, 2024. gada 22. novembris, plkst. 14", "lv"),
        ("2024 m. lapkričio 22 d., penktadienis, 14 val.", "lt"),
        ("petek, 22. november 2024 ob 14. uri", "sl"),
        ("petak, 22. studenoga 2024. u 14 sati", "hr"),
        ("fredag 22 november 2024 klockan 14", "sv"),
        ("22 tháng 11 năm 2024, 14 giờ", "vi"),
        ("שישי, 22 בנובמבר 2024, שעה 14", "he"),
        ("الجمعة 22 نوفمبر 2024 الساعة 14", "ar"),
        ("शुक्रवार, 22 नवंबर 2024, 14 बजे", "hi"),
        ("วันศุกร์ที่ 22 พฤศจิกายน 2567 เวลา 14 น.", "th"),
    ],
)
def test_an_hour_may_have_a_word_before_or_behind_it(text: str, language: str) -> None:
    """An hour may have no minutes."""
    assert read_worded_date(text, language) == datetime(2024, 11, 22, 14)
