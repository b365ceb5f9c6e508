"""Names with values are a file of settings; plays, recipes and interviews are none."""

import pytest

from printkit.readers.detection.settings import format_of_settings

INI = "a file of settings (INI or TOML)"
YAML = "a YAML file"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("; Ships\n[ferry]\nport = Avon\nhour = 12\n", INI),
        ('title = "A"\n[[ships]]\nhours = [\n  1,\n]\nport = "B"\n', INI),
        ("port = 8080\nhost = avon\npath = /srv\n", INI),
        ("PORT=Avon\nHOUR=12\nNAME=Ferry\n", INI),
        ("name: ferry\non:\n  sail:\n    port: Avon\n", YAML),
        ("name: ferry\nhour: 12\ntext: |\n  She sails.\n", YAML),
        ("# Ships\n---\nname: ferry\nhour: 12\nports:\n- Avon\n", YAML),
    ],
)
def test_settings_are_named(text: str, name: str) -> None:
    """Comments do not count."""
    found = format_of_settings(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "E = mc2\n\nEinstein wrote so.\nNobody knew.\n",
        "[Updated]\nThe ferry is back\nIt sails.\n",
        "Pancakes\n\nServes: 4\nIngredients:\n- flour\n- milk\nMethod:\n- mix\n",
        "HAMLET:\n  To be.\nOPHELIA:\n  My lord.\nHAMLET:\n  Or not.\n",
        "Q: Is it open?\nA: Yes.\nQ: When?\nA: Now.\n",
        "NATO = North Atlantic Treaty\nEU = European Union\nUN = United Nations\n",
        "ana:\n  The ferry sails.\nben:\n  She is back.\nana:\n  I see her.\n",
        "house = Haus\nharbour = Hafen\nship = Schiff\n",
        "By: Ana\nDate: today\nPlace: Avon\n",
        "",
    ],
)
def test_an_article_is_no_file_of_settings(text: str) -> None:
    """Names in YAML begin with small letters, and a key opens deeper lines."""
    assert format_of_settings(text) is None
