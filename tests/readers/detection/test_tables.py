"""Rows of values are a table; sentences with commas are none."""

import pytest

from printkit.readers.detection.tables import format_of_table
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a,b,c\n1,2,3\n4,5,6\n", "a table in CSV"),
        ("# ships\nship,port\nFerry,Avon\nTug,Thorn\n", "a table in CSV"),
        ('ship,text,port\nA,"One, two",B\nC,"Three\nfour",D\n', "a table in CSV"),
        ("day,tide\n2026-11-29,3.2\n2026-11-30,3.1\n", "a table in CSV"),
        ("ship,port,day,note\nA,B,C,D\nA,B,C\nA,B,C,D\n", "a table in CSV"),
        ("Schiff;Hafen\nFähre;Avon\nKahn;Thorn\n", "a table in CSV, with semicolons"),
        ("ship\tport\nFerry\tAvon\nTug\tThorn\n", "a table of values between tabs (TSV)"),
        ("ship|port\nFerry|Avon\nTug|Thorn\n", "a table of values between bars"),
    ],
)
def test_equal_rows_are_a_table(text: str, name: str) -> None:
    """Values in quotes may hold separators and line ends."""
    found = format_of_table(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Red, white and blue\n\nGreen, white and red.\nBlack, red and gold.\nRed, red and red.\n",
        "Harbour 3, Mole 1\nPort 2, Quay 2\nFerry 1, Tug 0\n",
        "Avon has 3,000 ships\nThorn has 2,000 ships\nMole has 1,000 ships\n",
        "The wave returns; it departs\nThe light returns; it departs\nThe foam; the sea\n",
        "Tides\n\nMon\t3.2\t0.4\nTue\t3.3\t0.3\n",
        "| a | b |\n| - | - |\n| 1 | 2 |\n",
        "a,b,c\n1,2,3\n",
        "\tThe ferry\n\n\tBy Ana\n\n\tIt sails.\n\n\tIt is back.\n",
        "\t\tThe ferry\n\n\t\tIt sails\n\t\tIt is back\n",
        "10:32\tThe ship leaves the harbour\n10:40\tAna speaks\n11:02\tRain\n12:00\tEnd\n",
        "港口重新开放了,市长说\n市议会星期二开会,大家同意\n小船可以回来了,居民高兴\n",
        "Ana,Ben and Cem went to sea.\nDan,Eve and Fay stayed.\nNobody knows why.\n",
        "Ana,Ben and Cem.\nDan,Eve and Fay.\nGil,Hal and Ian.\n",
        "",
    ],
)
def test_an_article_is_no_table(text: str) -> None:
    """A sentence has a space behind its comma, and a headline has no tab."""
    assert format_of_table(text) is None


@pytest.mark.parametrize("value", ["a", "a ", "港", "1,", '"', "\t"])
def test_long_values_cost_little(value: str) -> None:
    """No pattern goes over the rest of a value at each place."""
    with ends_soon():
        format_of_table("A\tB\nC\tD\n" + f"E\t{value * 60_000}\n" * 10)
