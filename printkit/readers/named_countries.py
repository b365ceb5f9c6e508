"""Named countries: the keys of a record go in, the codes of the countries that they name come out.

The place of the article comes first, then its address, then its language.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from printkit.article import Article
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_TOWNS = {
    "IN": "delhi mumbai kolkata chennai bengaluru bangalore hyderabad pune india lucknow jaipur",
    "IE": "dublin cork galway limerick waterford ireland éire",
    "IL": "jerusalem haifa israel beersheba ashdod jérusalem ירושלים חיפה אביב",
    "CN": "beijing shanghai shenzhen guangzhou china wuhan chengdu nanjing 北京 上海 中国",
    "TW": "taipei taiwan kaohsiung 臺北 台北",
    "CU": "havana cuba habana",
    "BD": "dhaka bangladesh chittagong sylhet",
    "GB": "london manchester edinburgh glasgow cardiff belfast britain england scotland wales",
    "SA": "riyadh jeddah mecca medina dammam",
    "QA": "doha qatar",
    "KW": "kuwait",
    "IQ": "baghdad iraq basra mosul erbil",
    "AU": "sydney melbourne brisbane canberra adelaide perth hobart australia",
    "PH": "manila cebu davao philippines",
    "MY": "malaysia penang",
    "MM": "yangon myanmar mandalay naypyidaw",
    "AE": "dubai sharjah emirates",
    "OM": "muscat oman",
    "SG": "singapore",
    "AM": "yerevan armenia",
    "BR": "manaus brazil brasil",
    "TH": "bangkok thailand",
    "VN": "hanoi vietnam saigon",
    "US": "york washington chicago houston dallas boston austin denver miami",
    "CA": "toronto ottawa halifax winnipeg regina montreal canada",
    "MX": "mexico méxico guadalajara monterrey",
}
_COUNTRY_OF = {town: country for country, towns in _TOWNS.items() for town in towns.split()}
_TONGUES = {
    **dict.fromkeys(["hi", "ta", "te", "mr", "gu", "kn", "ml", "pa", "or", "as"], "IN"),
    **{"ga": "IE", "he": "IL", "iw": "IL", "zh": "CN", "cmn": "CN", "ar": "SA", "bn": "BD"},
    **{"fil": "PH", "tl": "PH", "ms": "MY", "my": "MM", "hy": "AM", "th": "TH", "vi": "VN"},
    "fa": "IR",
}
_ENDINGS = {"UK": "GB"}
_HOST = regex(r"https?://(?:[^/?#@]*@)?[^/?#:]{1,253}\.([a-z]{2})(?=[/:?#]|\Z)", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+")
_PLACES = {"dateline", "place", "location", "city", "country", "contentlocation", "datelinecity"}
_LONGEST = 200


def countries_of(record: Mapping[str, object]) -> tuple[str, ...]:
    """Return the codes of the countries that a record names, the surest first."""
    places, addresses, tags = [], [], []
    for key, value in record.items():
        field = Article.field_for(key) if isinstance(key, str) else None
        if field in ("place", "location", "dateline") or letters(str(key)[:_LONGEST]) in _PLACES:
            places += [one for text in _all_texts(value) for one in _in_place(text)]
        elif field in ("url", "source"):
            addresses += [one for text in _all_texts(value) for one in _in_address(text)]
        elif field == "language":
            tags += [one for text in _all_texts(value) for one in _in_tag(text)]
    return tuple(dict.fromkeys(chain(places, addresses, tags)))


def _all_texts(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the texts of a value and of the objects within."""
    if isinstance(value, str):
        yield value[:_LONGEST]
    elif isinstance(value, Mapping) and depth < 3:
        for one in value.values():
            yield from _all_texts(one, depth + 1)
    elif isinstance(value, list | tuple) and depth < 3:
        for one in value[:10]:
            yield from _all_texts(one, depth + 1)


def _in_place(text: str) -> Iterator[str]:
    if re.fullmatch("[A-Z]{2}", text):
        yield text
    for word in _WORD.findall(text.casefold()):
        if word in _COUNTRY_OF:
            yield _COUNTRY_OF[word]


def _in_address(text: str) -> Iterator[str]:
    if found := _HOST.match(text):
        ending = found[1].upper()
        yield _ENDINGS.get(ending, ending)


def _in_tag(text: str) -> Iterator[str]:
    parts = re.split("[-_]", text)
    yield from (one.upper() for one in parts[1:] if re.fullmatch("[A-Za-z]{2}", one))
    if parts[0].casefold() in _TONGUES:
        yield _TONGUES[parts[0].casefold()]
