"""Messages: a text goes in, and whether the text is mail comes out: mail, mbox, MHTML."""

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_MAIL = Format("a mail", Family.MAIL)
_MBOX = Format("a mailbox (mbox)", Family.MAIL)
_MHTML = Format("a web page in MHTML", Family.PAGE)
_PATCH = Format("a patch in a mail", Family.DATA)
_ANSWER = Format("an answer of a web server (HTTP)", Family.PAGE)

_LETTER = regex(r"From [^\n]{1,200}\d\d:\d\d(?::\d\d)?[^\n]{0,40}\b\d{4}\b[^\n]{0,20}\n")
_COMMIT = regex(r"From [0-9a-f]{40} ")
_HTTP = regex(r"HTTP/[\d.]+ \d{3}\b")
_COUNT = regex(r"\d{1,12}[ \t]*\n")  # Apple's .emlx files begin with a number of bytes
_HEADER = regex(r"([A-Za-z][A-Za-z0-9-]{0,70}|À|Envoyé le) ?:(?:[ \t]+([^\n]*)|)$")
_ADDRESS = regex(r"[^\s@<>]+@[^\s@<>]+")
_MOST_LINES = 300
_LONGEST = 500  # characters of a line; the pattern of an address goes over each word again
# One of these beside another header tells a mail: people write no such lines.
_OF_SERVERS = frozenset(
    [
        "message-id",
        "received",
        "return-path",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "delivered-to",
        "dkim-signature",
        "in-reply-to",
        "references",
        "reply-to",
        "list-id",
        "list-unsubscribe",
        "x-mailer",
        "x-mozilla-status",
        "authentication-results",
        "newsgroups",
        "x-original-to",
        "snapshot-content-location",
    ]
)
_SENDERS = frozenset({"from", "von", "de", "da", "van"})
# The headers that mail programs print above a mail, in English, German, French, Spanish, Italian.
_OF_PEOPLE = frozenset(
    [
        "to",
        "cc",
        "bcc",
        "date",
        "sent",
        "subject",
        "resent-from",
        "sender",
        "organization",
        "an",
        "gesendet",
        "betreff",
        "datum",
        "à",
        "envoyé",
        "objet",
        "para",
        "enviado",
        "asunto",
        "fecha",
        "inviato",
        "oggetto",
    ]
) | {"envoyé le"}
_FEWEST = 3


def format_of_message(text: str) -> Format | None:
    """Return the format of a mail, of a mailbox, or of a web page that is kept as a mail."""
    text = text.lstrip("\n")
    if _COMMIT.match(text):
        return _PATCH
    if _HTTP.match(text):
        return _ANSWER
    if letter := _LETTER.match(text):
        return _MBOX if _headers(text[letter.end() :]) else None
    if count := _COUNT.match(text):
        text = text[count.end() :]
    headers = _headers(text)
    if not _is_mail(headers):
        return None
    is_page = "snapshot-content-location" in headers or "<saved by" in headers.get("from", "")
    related = headers.get("content-type", "").startswith("multipart/related")
    return _MHTML if is_page or (related and "to" not in headers) else _MAIL


def _headers(text: str) -> dict[str, str]:
    """Return the headers at the top of a text, in lower case; none if another line is there."""
    found: dict[str, str] = {}
    name = ""
    for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        if not line.strip():
            break
        if name and line[0] in " \t":
            found[name] += line[:_LONGEST]
            continue
        header = _HEADER.match(line[:_LONGEST])
        if not header:
            # Some servers break a line in their headers; people write sentences below theirs.
            return found if len(found.keys() & _OF_SERVERS) > 1 else {}
        name = header[1].lower()
        found.setdefault(name, (header[2] or "").strip().lower())
    return found


def _is_mail(headers: dict[str, str]) -> bool:
    own = headers.keys() & _OF_SERVERS
    people = headers.keys() & (_OF_PEOPLE | _SENDERS)
    if own and len(own | people) > 1:
        return True
    senders = [headers[one] for one in headers.keys() & _SENDERS]
    if not senders:
        return False
    addressed = any(_ADDRESS.search(one[:_LONGEST]) for one in senders)
    return len(people) >= _FEWEST - addressed
