"""Source code is recognised by its lines; an article about programs has sentences."""

from pathlib import Path

import pytest

from printkit.readers.detection.programs import format_of_program
from tests.support.paths import CHECKOUT
from tests.support.time_limits import ends_soon

CODE = "source code of a program"
STATEMENTS = (
    "CREATE TABLE IF NOT EXISTS `a` (\n  b INT,\n  c VARCHAR(9)\n) ENGINE=InnoDB;",
    "create or replace view a as\nselect b from c;",
    "CREATE UNIQUE INDEX a ON b (c);",
    "CREATE DATABASE a;",
    "CREATE USER 'a'@'b' IDENTIFIED BY 'c';",
    "CREATE TYPE a AS ENUM ('b');",
    "CREATE FUNCTION a(b int) RETURNS int AS $$\nSELECT 1;\n$$;",
    "CREATE TRIGGER a BEFORE INSERT ON b\nFOR EACH ROW EXECUTE c();",
    "CREATE EXTENSION IF NOT EXISTS a WITH SCHEMA b;",
    "CREATE SEQUENCE a\n  START WITH 1;",
    "DROP TABLE IF EXISTS a;\nDROP TABLE b CASCADE;",
    "DROP TABLE a, b;",
    "ALTER TABLE a\n  ADD COLUMN b INT;",
    "DELETE FROM a WHERE b = 1;",
    "UPDATE a SET b = 1;",
    "BEGIN;\nINSERT INTO a VALUES (1);",
    "PRAGMA foreign_keys=OFF;",
    "SET statement_timeout = 0;",
)
HEADLINES = (
    "Create user accounts for the elderly, council says",
    "Create role models, not rules",
    "Create index funds for everyone",
    "Create index cards on the table",
    "Create table manners (and other habits)",
    "Create view of the sea",
    "Create type that speaks: how a font is made",
    "Create trigger warnings after the show",
    "Create user stories with the team",
    "Create schema F1: the harbour plan",
    "Drop table manners, says chef",
    "Alter table plans and set the date",
    "Truncate table talk",
    "Delete from memory; start anew",
    "Set course = home",
    "Begin; then go on",
    "Pragma and practice",
)
SOURCES = sorted((CHECKOUT / "printkit").rglob("*.py"))[::12]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import os\n\nprint(os.name)\n", CODE),
        ("# The ships of the harbour, from day to day\nx = 1\nfor y in x:\n    print(y)\n", CODE),
        ("#include <a.h>\n#define A 1\nint a(void);\n", CODE),
        ("const a = 1;\nlet b = a;\nexport default b;\n", CODE),
        ('"""Ships: a name goes in, a port comes out."""\n', CODE),
        ("/* Ships of the harbour\n * from day to day */\n", CODE),
        ("module A where\nimport B\nf :: Int -> Int\nf x = x\n", CODE),
        ("@charset 'utf-8';\nbody { margin: 0 }\n", "a style sheet (CSS)"),
        ("a, b:hover {\n  color: red;\n}\n", "a style sheet (CSS)"),
        ("CREATE TABLE a (b TEXT);\n", "statements of SQL"),
        ("-- Ships\ninsert into a values (1);\n", "statements of SQL"),
        ("CREATE TABLE IF NOT EXISTS a (\n  b TEXT\n);\n", "statements of SQL"),
        ("create index a on b (c);\n", "statements of SQL"),
        ("CREATE VIEW a AS SELECT b FROM c;\n", "statements of SQL"),
        ("CREATE TRIGGER a BEFORE INSERT ON b\nEXECUTE c;\n", "statements of SQL"),
        ("CREATE DATABASE a;\n", "statements of SQL"),
        ("DROP TABLE IF EXISTS a, b CASCADE;\n", "statements of SQL"),
        ("ALTER TABLE a ADD COLUMN b TEXT;\n", "statements of SQL"),
        ("ALTER FUNCTION a(b) PARALLEL SAFE;\n", "statements of SQL"),
        ("PRAGMA foreign_keys = ON;\n", "statements of SQL"),
        ("# 港から港へ\nimport os\nprint('船が出る')\nx = '港'  # 船が港を出る\n", CODE),
        ("SELECT a, b\nFROM c\nWHERE d = 1;\n", "statements of SQL"),
        *((f"{one}\n", "statements of SQL") for one in STATEMENTS),
    ],
)
def test_a_program_is_named(text: str, name: str) -> None:
    """Sentences in comments do not count."""
    found = format_of_program(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_our_own_source_code_is_source_code(path: Path) -> None:
    """Most of a module may be docstrings and tables."""
    assert format_of_program(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "Import this\n\nPython is a language that many people learn.\n\nimport this\nprint(this)\n",
        "A lesson\n\n" + "x = 1\ny = f(x)\nprint(y)\n" * 20 + "\nThat is all there is to know.\n",
        "# A lesson\n\n```python\nx = 1\ny = 2\nprint(x)\n```\n",
        "# A lesson\n\nx = 1\nThe name x now stands for one.\n\ny = 2\nprint(x, y)\nz = 3\n",
        "the wave returns; the wave departs;\nfor where the light, for when the foam,\n"
        "let us return, return us home;\nwhile winds are low; if tides are high;\n",
        "SELECT FEW FROM THE HARBOUR\n\nThe few; the happy few.\n",
        "Insert into the oven (hot)\n\nThen eat; all of it.\n",
        *(f"{one}\n\nThe ferry (the old one) is late; the tug is not.\n" for one in HEADLINES),
        "The ferry { } is back\n\nIt is.\n",
        "Ships\n\n-> The ferry\n-> The tug\n-> The barge\n",
        "# A comment\n",
        "# Sort a list\n\nPython sorts a list in place.\n\n" + "    x = f(y)\n" * 20,
        "Sort a list\n===\n\n" + "    x = f(y)\n" * 20,
        "# Git\n\n## Each day\n\n" + "    git add -p\n" * 9,
        "# Changes in 2.0\n\n- fix(a): a bug (#1)\n- feat(b): more (#2)\n- docs(c): words (#3)\n",
        "100米决赛(周日)\n\n1. 苏(中国)\n2. 山田(日本)\n3. 金(韩国)\n",
        "港が再開(写真)\n\n会議を開き、港を再開した(写真)\n「うれしい」と話した(記者)\n",
        "항구가 열린다(종합)\n\n항구를 다시 열기로 했다(사진)\n시장은 말했다(연합)\n",
        "ท่าเรือเปิด(ภาพ)\n\nเรือออกจากท่า(ภาพ)\nเรือกลับมา(ข่าว)\n",
        "house -> Haus\ndog -> Hund\ncat -> Katze\ntree -> Baum\n",
        "house = Haus\ndog = Hund\ncat = Katze\ntree = Baum\n",
        '"Is the ferry back?"\n"Yes."\n"When did the ferry return?"\n"At noon, Ben."\n',
        "{title: The wave}\n{artist: Ana}\n\nThe [D]wave returns\n{chorus: all}\nThe [G]wave\n",
        "Love in the time of {}\n\nA play: short.\n",
        "Create user accounts for the poor\n\nIt was late;\nthen came rain.\n",
        "Avon -> Thorn\n\nAvon -> Mole, 10:30\nMole -> Quay, 11:40\nQuay -> Thorn, 12\n",
        "The ferry {photo: Ana}\n\nShe sails {photo: Ana}\n",
        "# The ferry\n\nAvon(3)\nThorn(1)\nMole(2)\n",
        "for the sea (again)\n\nfor the boats (and the men)\nfor the rain (and the wind)\n",
        "monday: soup,\ntuesday: fish,\nwednesday: rice,\n",
        "Create role models, not rules\n\nFirst the few; then all;\n",
        "Create index funds as you like\n\nFirst the few; then all;\n",
        "Create view of the sea\n\nFirst the few; then all;\n",
        "Create table manners (and more)\n\nFirst the few; then all;\n",
        "Drop table manners at sea\n\nFirst the few; then all;\n",
        "Alter table plans, council says\n\nFirst the few; then all;\n",
        "Pragma and practice\n\nFirst the few; then all;\n",
        "",
    ],
)
def test_an_article_is_no_program(text: str) -> None:
    """A poem may end its lines with semicolons, and a lesson shows more code than words."""
    assert format_of_program(text) is None


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "a\n",
        "/* ",
        "{",
        "a{",
        "a: b;",
        "'''",
        "=a\n",
        "a(",
        "SELECT a ",
        "\\a\n",
        "<!--",
        "CREATE TABLE a (b)",
    ],
)
def test_a_long_text_costs_little(piece: str) -> None:
    """No pattern goes over the rest of the text at each place."""
    with ends_soon():
        format_of_program(piece * 15_000)
