"""Files that are no records, and articles that look like such files, in our own words."""

import base64
import gzip
import io
import plistlib
import sqlite3
import tarfile
import zipfile
from email.message import EmailMessage
from typing import NamedTuple

WORDS = "The ferry sails at noon, and the harbour master waves. Nobody knows why the fog has gone."


class ForeignFile(NamedTuple):
    """A file that is no record of printkit's formats.

    Attributes:
        name: its name, with the suffix that such a file has.
        data: its bytes.
        told: words of the message that refuses the file.
        suffix_tells: True if only the suffix tells the format.
    """

    name: str
    data: bytes
    told: str
    suffix_tells: bool = False


def make_foreign_files() -> list[ForeignFile]:
    """Return files of more than seventy kinds that are no records."""
    texts = [ForeignFile(name, text.encode(), told) for name, told, text in _TEXTS]
    return [*texts, *_mails(), *_binaries(), *_encoded(), *_told_by_suffix()]


def _mails() -> list[ForeignFile]:
    files = []
    for encoding in ("utf-8", "iso-8859-1", "koi8-r"):
        mail = EmailMessage()
        mail["From"], mail["To"] = "Ana <ana@example.org>", "ben@example.org"
        mail["Subject"] = "Паром" if encoding == "koi8-r" else "Die Fähre"
        words = "Паром ушёл." if encoding == "koi8-r" else "Die Fähre fährt über den Fluß."
        mail.set_content(words, charset=encoding, cte="8bit")
        files.append(ForeignFile(f"{encoding}.eml", bytes(mail), "is a mail"))
    empty = EmailMessage()
    empty["From"], empty["To"], empty["Subject"] = "ana@example.org", "ben@example.org", "(none)"
    files.append(ForeignFile("empty.eml", bytes(empty), "is a mail"))
    apple = f"{len(files[0].data)}\n".encode() + files[0].data
    return [*files, ForeignFile("apple.emlx", apple, "is a mail")]


def _binaries() -> list[ForeignFile]:
    office, archive, tape = io.BytesIO(), io.BytesIO(), io.BytesIO()
    for made, names in ((office, ["[Content_Types].xml", "word/document.xml"]), (archive, ["a"])):
        with zipfile.ZipFile(made, "w") as file:
            for name in names:
                file.writestr(name, WORDS)
    with tarfile.open(fileobj=tape, mode="w") as file:
        member = tarfile.TarInfo("a.txt")
        member.size = len(WORDS)
        file.addfile(member, io.BytesIO(WORDS.encode()))
    base = sqlite3.connect(":memory:")
    base.execute("create table a (b)")
    warc = b"WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>"
    property_list = plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY)
    return [
        ForeignFile("a.docx", office.getvalue(), "is an Office document"),
        ForeignFile("a.zip", archive.getvalue(), "is a ZIP archive"),
        ForeignFile("a.tar", tape.getvalue(), "is a tar archive"),
        ForeignFile("a.sqlite", base.serialize(), "is a SQLite database"),
        ForeignFile("a.warc", warc, "is a web archive (WARC)"),
        ForeignFile("a.warc.gz", gzip.compress(warc), "is a web archive (WARC), packed with gzip"),
        ForeignFile("a.gz", gzip.compress(WORDS.encode()), "is a gzip archive"),
        ForeignFile("a.webarchive", property_list, "is a web archive of Safari"),
        ForeignFile("a.plist", plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "property list"),
        ForeignFile("a.rtf", b"{\\rtf1\\ansi " + WORDS.encode() + b"}", "is an RTF document"),
        ForeignFile("a.png", base64.b64decode("iVBORw0KGgoAAAANSUhEUg=="), "is a PNG picture"),
        ForeignFile("a.pdf", b"%PDF-1.7\n", "is a PDF"),
        ForeignFile("late.pdf", b"\n" * 90 + b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "is a PDF"),
        ForeignFile("a.mobi", b"Harbour".ljust(60, b"\0") + b"BOOKMOBI", "is a Kindle book"),
        ForeignFile("ebcdic.txt", b"\xdd\x73\x66\x73" + WORDS.encode("cp037"), "UTF-EBCDIC"),
    ]


def _encoded() -> list[ForeignFile]:
    """Return files of markup and mail in encodings with and without a byte order mark."""
    page = (
        "<!-- saved by hand -->\n<!DOCTYPE html>\n<html lang='en'><title>The ferry</title></html>"
    )
    mail = "From: Ana <ana@example.org>\nTo: ben@example.org\nSubject: The ferry\n\n" + WORDS
    feed = "<?xml version='1.0'?>\n<rss version='2.0'><channel><title>A</title></channel></rss>"
    encodings = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")
    kinds = (("html", page, "an HTML page"), ("eml", mail, "a mail"), ("rss", feed, "feed in RSS"))
    files = [
        ForeignFile(f"{one}.{suffix}", text.encode(one), told)
        for one in encodings
        for suffix, text, told in kinds
    ]
    gb18030 = "\ufeff<html><body>渡轮</body></html>".encode("gb18030")
    return [
        *files,
        ForeignFile("gb18030.html", gb18030, "an HTML page"),
        ForeignFile("utf-7.html", b"+/v8-<html><body>The ferry</body></html>", "an HTML page"),
    ]


def _told_by_suffix() -> list[ForeignFile]:
    """Return files whose text could be an article, so that the suffix tells the format."""
    kinds = {
        "page.html": "is an HTML page",
        "reef.rst": "is a text in reStructuredText",
        "letter.eml": "is a mail",
        "notes.py": "is source code of a program",
        "words.csv": "is a table in CSV",
        "site.yml": "is a YAML file",
        "today.log": "is a log",
    }
    text = f"The ferry\n=========\n\n{WORDS}\n".encode()
    return [ForeignFile(name, text, told, True) for name, told in kinds.items()]


_CODE = "is source code of a program"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEXTS = (
    (
        "a.mbox",
        "is a mailbox (mbox)",
        "From ana Sat Nov 21 06:00:00 2026\nTo: b@example.org\nSubject: A\n\nThe ferry.\n",
    ),
    (
        "printed.txt",
        "is a mail",
        "Von: Ana Lima\nGesendet: Montag, 3. Mai 2027\nAn: Ben\nBetreff: Fähre\n\nSie fährt.\n",
    ),
    (
        "titled.txt",
        "is a mail",
        "Title: A\nFrom: Ana <ana@example.org>\nTo: Ben\nSubject: A\n\nThe ferry.\n",
    ),
    (
        "passed-on.txt",
        "is a mail",
        "Begin forwarded message:\n\nFra: Ana <ana@example.org>\nTil: Ben\nEmne: A\n\nFergen.\n",
    ),
    (
        "a.mhtml",
        "is a web page in MHTML",
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nSubject: A\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n------\n',
    ),
    (
        "git.patch",
        "is a patch in a mail",
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A\n\n",
    ),
    ("a.http", "is an answer of a web server", "HTTP/1.1 200 OK\nContent-Type: text/html\n\nHi"),
    ("a.ics", "is a calendar (iCalendar)", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"),
    ("a.vcf", "is an address card (vCard)", "BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nEND:VCARD\n"),
    ("a.pem", "is a key or a certificate", "-----BEGIN PUBLIC KEY-----\nMIIB\n"),
    ("a.asc", "is a message of OpenPGP", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHi"),
    ("a.srt", "is subtitles", "1\n00:00:01,000 --> 00:00:02,500\nThe ferry sails.\n"),
    ("a.vtt", "is subtitles", "WEBVTT\n\n00:01.000 --> 00:02.000\nThe ferry sails.\n"),
    ("git.diff", "is a patch", "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n"),
    ("a.diff", "is a patch", "--- a.txt\n+++ b.txt\n@@ -1 +1 @@\n-The ferry\n+The tug\n"),
    (
        "a.sql",
        "is statements of SQL",
        "-- Ships\nCREATE TABLE ships (name TEXT);\nINSERT INTO ships VALUES ('Ferry');\n",
    ),
    ("query.sql", "is statements of SQL", "SELECT name, port FROM ships\nWHERE port = 'Avon';\n"),
    ("a.css", "is a style sheet (CSS)", "/* Page */\nbody {\n  margin: 0;\n  color: #333;\n}\n"),
    ("a.tex", "is a document in TeX", "% A\n\\documentclass{article}\n\\begin{document}\nA\n"),
    ("a.bib", "is a list in BibTeX", "@article{lima,\n  title = {The ferry},\n}\n"),
    ("ferry.1", "is a manual page", '.\\" A comment\n.TH FERRY 1\n.SH NAME\nferry\n'),
    ("a.po", "is translations (gettext)", '# A\nmsgid ""\nmsgstr ""\n'),
    ("a.url", "is a bookmark", "[InternetShortcut]\nURL=https://example.org/\n"),
    (
        "a.csv",
        "is a table in CSV",
        "name,port,when\nFerry,Avon,2026-11-29\n"
        'Tug,"Thorn, old",2026-11-30\nBarge,Mole,2026-12-01\n',
    ),
    ("b.csv", "is a table in CSV", "Schiff;Hafen\nFähre;Avon\nKahn;12\nBoot;3\n"),
    ("a.tsv", "values between tabs (TSV)", "name\tport\nFerry\tAvon\nTug\tThorn\n"),
    (
        "server.log",
        "is a log",
        "".join(f"2026-11-29 12:00:0{n} INFO ferry: it sails\n" for n in range(5)),
    ),
    (
        "access.log",
        "is a log",
        '192.0.2.1 - - [29/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5\n' * 4,
    ),
    ("a.ini", "is a file of settings", "; Ships\n[ferry]\nport = Avon\nhour = 12\n"),
    ("a.toml", "is a file of settings", 'title = "A"\n[ferry]\nport = "Avon"\nhours = [1, 2]\n'),
    ("a.yaml", "is a YAML file", "name: ferry\non:\n  sail:\n    port: Avon\n    hour: 12\n"),
    ("open.yaml", "is a YAML file", "name: ferry\nhour: 12\nports:\n  - Avon\n  - Thorn\n"),
    ("a.svg", "is an SVG drawing", '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'),
    (
        "b.plist",
        "is a property list",
        f"{_XML}<!DOCTYPE plist PUBLIC '-//Apple//DTD PLIST 1.0//EN' 'a.dtd'>\n"
        "<plist version='1.0'><dict/></plist>",
    ),
    ("a.webloc", "is a bookmark", f"{_XML}<plist><dict><key>URL</key></dict></plist>"),
    (
        "newsml-g2.xml",
        "is an item in NewsML-G2",
        f"{_XML}<!-- ours -->\n<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'></newsItem>",
    ),
    ("newsml-1.xml", "is an item in NewsML 1", "<NewsML Version='1.2'>\n<NewsItem/></NewsML>"),
    ("nitf.xml", "is an article in NITF", "<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf></nitf>"),
    ("feed.rss", "is a feed in RSS", f"{_XML}<?xml-stylesheet href='a.xsl'?>\n<rss></rss>"),
    ("rdf.xml", "is a feed or data in RDF", "<rdf:RDF xmlns:rdf='a'></rdf:RDF>"),
    (
        "bomb.xml",
        "is a feed in RSS",
        f'{_XML}<!DOCTYPE rss [<!ENTITY a "b">\n<!ENTITY c "&a;&a;">\n]>\n<rss>&c;</rss>',
    ),
    (
        "feed.atom",
        "is a feed in Atom",
        "<!-- a -->\n<a:feed xmlns:a='http://www.w3.org/2005/Atom'></a:feed>",
    ),
    (
        "wxr.xml",
        "is an export of WordPress (WXR)",
        f"{_XML}<rss xmlns:wp='http://wordpress.org/export/1.2/'></rss>",
    ),
    ("a.opml", "is a list of feeds in OPML", "<opml version='2.0'><body/></opml>"),
    ("a.kml", "is a map in KML", "<kml xmlns='http://www.opengis.net/kml/2.2'></kml>"),
    ("a.gpx", "is a track in GPX", f"{_XML}<gpx version='1.1'></gpx>"),
    ("ours.xml", "root element ships", "<ships><ship>Ferry</ship><ship>Tug</ship></ships>"),
    (
        "comment.html",
        "is an HTML page",
        "<!-- saved from https://example.org/ -->\n<!-- > -->\n<!DOCTYPE html>\n<html></html>",
    ),
    (
        "a.xhtml",
        "is an HTML page",
        f"{_XML}<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'a.dtd'>\n<html></html>",
    ),
    ("title.html", "is an HTML page", "<title>The ferry</title>\n<meta name='author'>\n<p>It is."),
    ("piece.html", "HTML", "<h2>The ferry</h2>\n<p>It is back.</p>\n"),
    ("feed.json", "is a feed in JSON Feed", '{"version": "https://jsonfeed.org/version/1.1"}'),
    ("ninjs.json", "is an item in ninjs", '{"uri": "a", "headlines": [], "bodies": []}'),
    ("ans.json", "is a story in Arc ANS", '{"version": "0.10.0", "content_elements": []}'),
    ("wordpress.json", "is a post of WordPress", '{"title": {"rendered": "A"}, "author": 3}'),
    ("a.ipynb", "is a Jupyter notebook", '{"cells": [], "nbformat": 4}'),
    ("a.geojson", "is a map in GeoJSON", '{"type": "FeatureCollection", "features": []}'),
    (
        "package.json",
        "is a description of a program package",
        '{"name": "ferry", "version": "1.0.0", "scripts": {}}',
    ),
    (
        "a.py",
        _CODE,
        '"""Ships: the name of a ship goes in, its port comes out."""\n\nimport re\n\n\n'
        "def port_of(ship: str) -> str:\n    # Nobody knows more.\n    return PORTS[ship]\n",
    ),
    (
        "a.js",
        _CODE,
        "// The ships of the harbour, as they sail from day on.\nimport { ship } from './a';\n\n"
        "export function sail(port) {\n  const found = ship.find((one) => one.port === port);\n"
        "  return found;\n}\n",
    ),
    (
        "a.c",
        _CODE,
        '/* A */\n#include <stdio.h>\n\nint main(void)\n{\n\tprintf("A\\n");\n\treturn 0;\n}\n',
    ),
    (
        "A.java",
        _CODE,
        "package org.example;\n\nimport java.util.List;\n\npublic class A {\n"
        "    private final List<String> ships;\n\n    public String first() {\n"
        "        return ships.get(0);\n    }\n}\n",
    ),
    (
        "a.go",
        _CODE,
        'package main\n\nimport "fmt"\n\nfunc main() {\n\tship := "Ferry"\n'
        "\tfmt.Println(ship)\n}\n",
    ),
    (
        "a.rs",
        _CODE,
        "use std::fmt;\n\npub struct Ship {\n    name: String,\n}\n\nimpl Ship {\n"
        "    pub fn new(name: &str) -> Self {\n        Ship { name: name.into() }\n    }\n}\n",
    ),
    (
        "a.rb",
        _CODE,
        "require 'set'\n\nclass Ship\n  def initialize(name)\n    @name = name\n  end\nend\n",
    ),
    ("a.php", _CODE, "<?php\n\necho 'The ferry';\n"),
    ("a.sh", _CODE, "#!/bin/sh\n# The ferry.\nfor ship in *.txt; do\n  echo $ship\ndone\n"),
    (
        "a.pl",
        _CODE,
        "use strict;\nuse warnings;\n\nmy %ships = (ferry => 'Avon');\n"
        'foreach my $ship (keys %ships) {\n    print "$ship\\n";\n}\n',
    ),
    ("Dockerfile", _CODE, "FROM debian:12\nRUN apt-get update\nCMD ferry\n"),
)


def list_articles_that_look_foreign() -> dict[str, str]:
    """Return texts of articles, by kind, whose first lines look like another format."""
    return dict(_ARTICLES)


_ARTICLES = (
    ("a colon", f"From: the harbour, with love\n\n{WORDS}\n"),
    ("an open letter", f"From: the harbour master\nTo: all who sail\n\n{WORDS}\n"),
    ("a headline with a colon", f"Fog: the ferry stays in port\n\n{WORDS}\n"),
    (
        "a quoted mail",
        "The mail that sank the ferry\n\nFrom: Ana <ana@example.org>\nTo: Ben <ben@example.org>\n"
        f"Subject: Sink it\nMessage-ID: <a@example.org>\n\n{WORDS}\n",
    ),
    (
        "a poem",
        "The sea\n\nthe wave returns; the wave departs;\nand (softly) sings to all our hearts;\n"
        "for where the light, for when the foam,\nlet us return, return us home;\n"
        "while winds are low; if tides are high;\ncontinue;\nbreak;\nuntil we die;\n",
    ),
    (
        "code in an article",
        f"Import this: a first lesson\n\nBy Ana Lima\n\n{WORDS}\n\nimport this\nprint(this)\n"
        f"for y in x:\n    print(y)\n\n{WORDS}\n",
    ),
    ("much code", "A lesson\n\n" + "x = 1\ny = f(x)\nprint(y)\n" * 20 + f"\n{WORDS}\n"),
    ("a heart", f"<3 for the harbour\n\n{WORDS}\n"),
    ("an arrow", f"<-- Turn left\n\n{WORDS}\n"),
    ("an address", f"<ana@example.org> wrote to us\n\n{WORDS}\n"),
    ("an element in the headline", f"<b>Exclusive</b> The harbour opens\n\n{WORDS}\n"),
    ("an element that HTML does not know", "<silence>\n\nNobody said a word. </silence>"),
    ("commas", "Red, white and blue\n\nGreen, white and red.\nBlack, red and gold.\nRed, red.\n"),
    ("results", "Harbour 3, Mole 1\nPort 2, Quay 2\nFerry 1, Tug 0\n"),
    ("tabs", f"Tides\n\nMon\t3.2\t0.4\nTue\t3.3\t0.3\n\n{WORDS}\n"),
    (
        "a live report",
        "Live: the ferry sails\n\n2026-11-29 12:00:00 It sails.\n2026-11-29 12:10:00 It is out.\n"
        "2026-11-29 12:20:00 It is back.\n",
    ),
    ("levels", f"WARNING: fog\nERROR: ferry hits mole\nINFO: nobody is hurt\n\n{WORDS}\n"),
    ("a recipe", "Pancakes\n\nServes: 4\nIngredients:\n- flour\n- milk\nMethod:\n- mix\n- fry\n"),
    ("a play", "HAMLET:\n  To be.\nOPHELIA:\n  My lord.\nHAMLET:\n  Or not.\n"),
    ("an equation", f"E = mc2\n\n{WORDS}\n"),
    ("a query", f"SELECT FEW FROM THE HARBOUR\n\nThe few; the happy few. {WORDS}\n"),  # noqa: S608
    ("a beginning", f"BEGIN: the harbour opens\n\n{WORDS}\n"),
    ("a number", f"3\n\n{WORDS}\n"),
    ("a hashtag", f"#MeToo in the harbour\n\n{WORDS}\n"),
    ("from", f"From Paris to Avon by 12:30 in 2026\n\n{WORDS}\n"),
    ("header lines", f"Title: The ferry\nDate: 2026-11-29\nFrom: Ana\nSubject: ships\n\n{WORDS}\n"),
    (
        "an item of an agency",
        f"Headline: The ferry\nFrom: Ana\nDate: 3 May\nSubject: sea\n\n{WORDS}\n",
    ),
    ("a memo", f"To: all\nFrom: the cook\nDate: 3 May\nSubject: tea\n\n{WORDS}\n"),
    ("a transcript", "[00:01:23] Ana: Hi.\n[00:01:30] Ben: Hi.\n[00:02:10] Ana: How is it?\n"),
    (
        "a headline with a word of SQL",
        f"Create role models; not rules\n\nThe few; the many. {WORDS}\n",
    ),
    ("an index", f"Index: the last page\n====================\n\n{WORDS}\n"),
    ("an answer", f"HTTP/1.1 404 and other lies of the web\n\n{WORDS}\n"),
    ("a heading of HTML", f'<h1 align="center">The ferry</h1>\n\n{WORDS}\n'),
    ("an element without an end", f"<div> soup: a dish of the web\n\n{WORDS}\n\nA </div> costs.\n"),
    *(
        (f"{name} in angle brackets", f"<{name}> matters\n\n{WORDS}\n")
        for name in ("title", "meta", "base", "book", "entry", "Topic", "head", "channel", "svg")
    ),
    ("an element of old", f"<tt>make</tt>, forty years later\n\n{WORDS}\n"),
    ("a list under header lines", "title: Ports\nsummary: All\ntags:\n  sea\n\n- Avon\n- Thorn\n"),
    ("front matter of JSON", '{\n  "title": "Roads",\n  "date": "2024-11-20"\n}\n\nThe roads.\n'),
    (
        "a list of changes",
        "# Changes\n\n- Add sail()\n- Remove port(name)\n- Rename tide() to flood()\n\nAll.\n",
    ),
    ("code under front matter", "---\ntitle: A\n---\nfrom x import y\nx = 1\ny = 2\nprint(x)\n"),
    ("a page about PDF", f"%PDF-1.7 explained\n\n{WORDS}\n"[1:]),
    ("Chinese", "港口重新开放\n\n渡轮回来了；船长说。\n"),
)
