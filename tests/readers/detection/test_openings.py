"""Some formats have a mark at the beginning of their first line."""

import pytest

from printkit.readers.detection.openings import format_of_opening
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BEGIN:VCALENDAR\nVERSION:2.0\n", "a calendar (iCalendar)"),
        ("begin:vcard\nfn:Ana\n", "an address card (vCard)"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMII", "a key or a certificate (PEM)"),
        ("-----BEGIN PGP MESSAGE-----\n", "a message of OpenPGP"),
        ("WEBVTT\n\n", "subtitles"),
        ("\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n", "subtitles"),
        ("*** a\t2026\n--- b\t2026\n***************\n", "a patch"),
        ("#!/usr/bin/env python3\n", "source code of a program"),
        ("<?php echo 1;", "source code of a program"),
        ("% A\n\n\\documentclass[a4paper]{article}\n", "a document in TeX"),
        ('\'\\" t\n.\\" A\n.TH LS 1\n', "a manual page"),
        (".Dd May 3, 2027\n.Dt LS 1\n", "a manual page"),
        ("TY  - JOUR\nAU  - Lima\n", "a list in RIS"),
        ("dn: cn=a\ncn: a\nobjectClass: person\n", "LDIF data"),
        ("#+TITLE: The ferry\n", "a text in Org mode"),
        ("%YAML 1.2\n---\na: b\n", "a YAML file"),
        ("User-agent: *\nDisallow: /\n", "rules for robots"),
        ("User-agent: *\nDisallow:\n", "rules for robots"),
        ("Index: a.c\n" + "=" * 67 + "\n--- a.c\n", "a patch"),
        ("diff --git a/a.c b/a.c\nindex 1..2\n", "a patch"),
        ("WEBVTT - Ana\n\n00:01.000 --> 00:02.000\nA\n", "subtitles"),
        ("[00:10.00]Row\n[00:12.00]your\n[00:14.00]boat\n", "subtitles"),
        ("[playlist]\nFile1=a.mp3\n", "a list of media"),
        ("FROM python:3 AS base\n\nRUN pip install a\n", "source code of a program"),
        ('Traceback (most recent call last):\n  File "a.py", line 1\n', "a log"),
        ("graph G {\n  a -- b\n}\n", "a graph (DOT)"),
    ],
)
def test_an_opening_tells_the_format(text: str, name: str) -> None:
    """Blank lines before the mark do not count."""
    found = format_of_opening(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        *("BEGIN: the harbour opens", "1\n\nThe ferry", "#!ferry", "--- A line\n\nThe ferry"),
        *("WEBVTTs explained", "The ferry\n\nBEGIN:VCARD\n", "-----BEGIN-----", "% A poem\n"),
        *(
            "From Avon\nthe ships\nrun away\n",
            "Only in Avon: the ferry sails",
            "@ana{harbour}",
            ".THE END",
            "",
            "\n",
        ),
        *("Index: the last page\n====================\n\nIt ends.", "diff --git is my friend\n\nA"),
        *("[playlist] Songs for May\n\nA", "[playlist]\n\nSongs for May", "#EXTM3U explained\n\nA"),
        *(
            "FROM LONDON\nRUN ON THE BANKS\n\nA",
            "WEBVTT explained\n\nA",
            "[Script Info] is dull\n\nA",
        ),
        *("User-agent: a portrait\nAllow: an hour\n\nA", "<?php and the harbour\n\nA"),
        *(
            "[00:01:23] Ana: Hello.\n[00:01:30] Ben: Hello.\n[00:02:10] Ana: Bye.\n",
            "Traceback (most recent call last):\na poem\n\nA",
        ),
    ],
)
def test_an_article_has_no_such_mark(text: str) -> None:
    """A mark counts as a whole, and at the beginning only."""
    assert format_of_opening(text) is None


@pytest.mark.parametrize("line", ["\n", " \n", "% a\n", "# a\n", '.\\" a\n', "a: b\n", "[00:0\n"])
def test_many_lines_before_a_mark_cost_little(line: str) -> None:
    """No pattern tries each way to part the lines."""
    with ends_soon():
        assert format_of_opening(line * 30_000) is None


@pytest.mark.parametrize(
    ("opening", "piece"),
    [
        *(("dn: x\n", "a: b\n"), ("dn: x\n", "a:: b\n"), ("dn: x\n", "a::::: b\n")),
        *(("graph", " "), ("graph ", "a"), ("#!", "/"), ("-----BEGIN ", "A "), ("--- ", "a ")),
        *(("@a{", "a"), ("FROM a\n", "\n"), ("User-agent: ", "a "), ("Index: ", "=")),
    ],
)
def test_a_long_beginning_of_a_mark_costs_little(opening: str, piece: str) -> None:
    """No two neighbours in a pattern match the same text."""
    with ends_soon():
        assert format_of_opening(opening + piece * 200_000) is None
