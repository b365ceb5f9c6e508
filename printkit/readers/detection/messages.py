"""Messages: a text goes in, and whether the text is mail comes out: mail, mbox, MHTML.

A letter, a memo and an item of an agency have the headers of a mail, too: so a header must hold an
address, or a server must have written a header.
"""

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_MAIL = Format("a mail", Family.MAIL)
_MBOX = Format("a mailbox (mbox)", Family.MAIL)
_MHTML = Format("a web page in MHTML", Family.PAGE)
_PATCH = Format("a patch in a mail", Family.DATA)
_ANSWER = Format("an answer of a web server (HTTP)", Family.PAGE)

_LETTER = regex(r"From [^\n]{1,200}\d\d:\d\d(?::\d\d)?[^\n]{0,40}\b\d{4}\b[^\n]{0,20}\n")
_COMMIT = regex(r"From [0-9a-f]{40} ")
_HTTP = regex(
    r"HTTP/[\d.]+ \d{3}\b.*\n(?:[\w-]+:.*\n){0,50}?"
    r"(?i:server|content-[a-z-]+|location|connection|cache-control|set-cookie|via|etag):"
)
_COUNT = regex(r"\d{1,12}[ \t]*\n")  # Apple's .emlx files begin with a number of bytes
# The line that mail programs write above a mail that was passed on.
_PASSED_ON = regex(
    r"(?i)(?:[>* ]*+-{2,20}[^\n-][^\n]{1,80}[^\n-]-{2,20}[* ]*+"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht"
    r"|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato"
    r"|inicio del mensaje reenviado|begin doorgestuurd bericht)[ \xa0]?:[ \t]*)\n\s*"
)
# A quoted mail has `>` before each line; some programs set the names of headers in bold type.
_HEADER = regex(
    r"[> ]*\*{0,2}([^\W\d_][^\n:：<>@.!?*]{0,70})\*{0,2}[ \xa0\u202f]?[:：]\*{0,2}[ \t\xa0]*(.*)$"
)
_ADDRESS = regex(r"[^\s@<>]+@[^\s@<>]+")
_NAMED_ADDRESS = regex(r"<[^\s@<>]+@[^\s@<>]+>")
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


def _header_names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split("|"))


# The headers that mail programs print above a mail: in English, German, French, Spanish, Italian,
# Portuguese, Dutch, the languages of Scandinavia, Polish, Russian, Turkish, Arabic, Japanese,
# Chinese and Korean.
_SENDERS = _header_names(
    "from|sender|resent-from|reply-to|von|de|da|van|fra|från|od|от|от кого|kimden|gönderen|من",
    "差出人|送信者|发件人|寄件者|보낸 사람|보낸사람",
)
_RECEIVERS = _header_names(
    "to|cc|bcc|an|à|para|a|aan|til|till|do|dw|kopie|kopia|кому|копия|kime|kimlere|إلى",
    "宛先|收件人|收件者|抄送|받는 사람|받는사람",
)
_SENT = _header_names(
    "sent|gesendet|envoyé|envoyé le|enviado|enviado el|enviada em|enviado em|inviato|verzonden",
    "sendt|skickat|wysłano|отправлено|gönderilme tarihi|تاريخ الإرسال|送信日時|发送时间|보낸 날짜",
)
_OTHERS = _header_names(
    "date|subject|organization|betreff|datum|objet|asunto|fecha|data|oggetto|assunto|onderwerp",
    "dato|emne|ämne|temat|дата|тема|konu|tarih|الموضوع|التاريخ|件名|日時|日付|主题|主旨|日期|제목|날짜",
)
_OF_PEOPLE = _SENDERS | _RECEIVERS | _SENT | _OTHERS
_FEWEST = 4  # headers of an Outlook mail whose addresses are left out: From, Sent, To, Subject


def format_of_message(text: str) -> Format | None:
    """Return the format of a mail, of a mailbox, or of a web page that is kept as a mail."""
    text = text.lstrip("\n")
    if _COMMIT.match(text):
        return _PATCH
    if _HTTP.match(text):
        return _ANSWER
    if letter := _LETTER.match(text):
        headers = _headers(text[letter.end() :])
        return _MBOX if headers.keys() & (_OF_SERVERS | _OF_PEOPLE) else None
    if before := _COUNT.match(text) or _PASSED_ON.match(text):
        text = text[before.end() :]
    headers = _headers(text)
    if not _is_mail(headers):
        return None
    is_page = "snapshot-content-location" in headers or "<saved by" in headers.get("from", "")
    related = headers.get("content-type", "").startswith("multipart/related")
    return _MHTML if is_page or (related and "to" not in headers) else _MAIL


def _headers(text: str) -> dict[str, str]:
    """Return the headers at the top of a text, in lower case, up to the first other line."""
    found: dict[str, str] = {}
    name = ""
    for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        if not line.strip(" \t\r>"):
            break
        if name and line[0] in " \t":
            found[name] += line[:_LONGEST].lower()
            continue
        header = _HEADER.match(line[:_LONGEST])
        if not header:
            break
        name = header[1].strip().lower()
        found.setdefault(name, header[2].strip().lower())
    return found


def _is_mail(headers: dict[str, str]) -> bool:
    own = headers.keys() & _OF_SERVERS
    people = headers.keys() & _OF_PEOPLE
    if own and len(own | people) > 1:
        return True
    return headers.get("content-type", "").startswith("multipart/") or _is_addressed(headers)


def _is_addressed(headers: dict[str, str]) -> bool:
    """Tell whether headers name an address of a person, or are the four that Outlook prints."""
    people = headers.keys() & _OF_PEOPLE
    senders = [headers[one][:_LONGEST] for one in people & _SENDERS]
    addressed = [headers[one][:_LONGEST] for one in people & (_SENDERS | _RECEIVERS)]
    if any(_NAMED_ADDRESS.search(one) for one in senders):
        return True
    if len(people) > 1 and any(_ADDRESS.search(one) for one in addressed):
        return True
    return bool(senders and people & _SENT and len(people) >= _FEWEST)
