"""Openings: a text goes in, the format that its first lines tell beyond doubt comes out."""

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_DATA, _DOCUMENT = Family.DATA, Family.DOCUMENT
_PATCH = Format("a patch", _DATA)
_SUBTITLES = Format("subtitles", _DATA)
_CODE = Format("source code of a program", _DATA)
_OPENINGS = (
    (regex(r"(?i)BEGIN:VCARD[ \t]*\n"), Format("an address card (vCard)", _DATA)),
    (regex(r"(?i)BEGIN:V[A-Z]+[ \t]*\n"), Format("a calendar (iCalendar)", _DATA)),
    (regex(r"-----BEGIN PGP [A-Z ]+-----"), Format("a message of OpenPGP", Family.MAIL)),
    (regex(r"-----BEGIN [A-Z0-9 ]+-----"), Format("a key or a certificate (PEM)", _DATA)),
    (regex(r"(?:ssh-(?:rsa|dss|ed25519)|ecdsa-[\w-]+) AAAA"), Format("a key of SSH", _DATA)),
    (regex(r"dn:{1,2} \S.*\n(?:[\w;-]+:.*\n)*?objectClass:"), Format("LDIF data", _DATA)),
    (regex(r"WEBVTT(?:[ \t]*(?:\n|\Z)|[ \t](?s:.{0,4000}?) -->)"), _SUBTITLES),
    (regex(r"\d+[ \t]*\n[\d:]{5,12}[,.]\d{1,3}[ \t]+-->[ \t]"), _SUBTITLES),
    (regex(r"\[Script Info\][ \t]*\n|(?:\[\d\d:\d\d\.\d\d\d?\].*\n){3}"), _SUBTITLES),
    (regex(r"\{\d+\}\{\d+\}.*\n\{\d+\}\{\d+\}"), _SUBTITLES),
    (regex(r"diff -.*\n(?:---|\*\*\*|@@|\d|[a-z]+ |Binary|Only|GIT)"), _PATCH),
    (regex(r"Index: .*\n={20,}+\n(?:---|\*\*\*|diff |RCS |Cannot display)"), _PATCH),
    (regex(r"(?:---|\*\*\*) \S.*\n(?:\+\+\+|---) \S.*\n(?:@@ -|\*{15})"), _PATCH),
    (regex(r"#!.{0,20}/\w"), _CODE),
    (regex(r"<\?(?:php\b|=|\s)(?:[ \t]*\n|.*[;{>*/(])|<%[@=!-]"), _CODE),
    (
        regex(r"(?:[ \t]*+(?:%.*)?\n)*+[ \t]*\\(?:documentclass|documentstyle|begin\{document\})"),
        Format("a document in TeX", _DOCUMENT),
    ),
    (
        regex(r"(?:[ \t]*+(?:%.*)?\n)*+@[A-Za-z]+\{[^\s,{}]+,[ \t]*\n"),
        Format("a list in BibTeX", _DATA),
    ),
    (
        regex(r"(?:[.']?\\?\\[\"}].*\n)*+\.(?:TH [^\s]+ |Dd |so man)"),
        Format("a manual page", _DOCUMENT),
    ),
    (regex(r"TY  - [A-Z]+[ \t]*\n(?:[A-Z][A-Z0-9]  - )"), Format("a list in RIS", _DATA)),
    (regex(r"msgid \"|(?:[ \t]*+(?:#.*)?\n)++msgid \""), Format("translations (gettext)", _DATA)),
    (regex(r"(?i)#\+(?:title|author|options|startup):"), Format("a text in Org mode", _DOCUMENT)),
    (
        regex(r"#EXTM3U(?:[ \t]+[\w-]+=.*)?[ \t]*(?:\n|\Z)|\[playlist\]\s*\n\w+="),
        Format("a list of media", _DATA),
    ),
    (regex(r"(?i)\[InternetShortcut\][ \t]*\n"), Format("a bookmark", _DATA)),
    (regex(r"\[Desktop Entry\][ \t]*\n"), Format("a starter of a program", _DATA)),
    (regex(r"(?:%YAML \d|%TAG )"), Format("a YAML file", _DATA)),
    (regex(r"Traceback \(most recent call last\):\n[ \t]+File "), Format("a log", _DATA)),
    (
        # The name of an image for containers is in lower case.
        regex(
            r"(?:[ \t]*+(?:#.*)?\n)*+FROM [a-z0-9$][\w.:/@${}-]*(?: (?:AS|as) \S+)?\n"
            r"(?:.*\n){0,5}?(?:RUN|COPY|CMD|ENV|WORKDIR) \S"
        ),
        _CODE,
    ),
    (
        regex(r"(?i)User-agent:.*\n(?:Dis)?allow:[ \t]*(?:[/*].*)?(?:\n|\Z)"),
        Format("rules for robots", _DATA),
    ),
    (regex(r"begin [0-7]{3,4} \S+\nM"), Format("an encoded file (uuencode)", _DATA)),
    (regex(r"(?:strict )?(?:di)?graph(?:\s++\w+)?\s*+\{[ \t]*\n"), Format("a graph (DOT)", _DATA)),
    (regex(r"(?i)\s*0 HEAD[ \t]*\n1 "), Format("a family tree (GEDCOM)", _DATA)),
)  # fmt: skip
_BLANK = regex(r"(?:[ \t]*\n)*")


def format_of_opening(text: str) -> Format | None:
    """Return the format whose mark stands at the beginning of a text; None without such a mark."""
    at = _BLANK.match(text)
    opening = text[at.end() if at else 0 :]
    return next((found for mark, found in _OPENINGS if mark.match(opening)), None)
