"""Ambiguous zones: the text of a moment and the countries of its record go in, its zone comes out.

`IST` is the time of India, of Ireland and of Israel. A country that the record names decides.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

from printkit.text.patterns import regex

# For each abbreviation its zones by country; under the empty name, the countries of the usual zone.
_AMERICA = {"": "US CA MX"}
_ZONES: Mapping[str, Mapping[str, str]] = {
    "IST": {"IN": "Asia/Kolkata", "IE": "Europe/Dublin", "IL": "Asia/Jerusalem"},
    "CST": {
        "CN": "Asia/Shanghai",
        "TW": "Asia/Taipei",
        "CU": "America/Havana",
        "": "US CA MX CR SV GT HN NI BZ",
    },
    "CDT": {"CU": "America/Havana", **_AMERICA},
    "BST": {"BD": "Asia/Dhaka", "": "GB"},
    "AST": {
        **dict.fromkeys(("SA", "KW", "QA", "BH", "YE"), "Asia/Riyadh"),
        "IQ": "Asia/Baghdad",
        "": "US CA PR DO BB TT BM",
    },
    "EST": {"AU": "Australia/Sydney", "": "US CA MX JM PA BS"},
    "EDT": {"AU": "Australia/Sydney", "": "US CA BS"},
    "PST": {"PH": "Asia/Manila", **_AMERICA},
    "MST": {"MY": "Asia/Kuala_Lumpur", "MM": "Asia/Yangon", **_AMERICA},
    "WST": {"AU": "Australia/Perth", "WS": "Pacific/Apia"},
    "GST": {"AE": "Asia/Dubai", "OM": "Asia/Muscat", "GS": "Atlantic/South_Georgia"},
    "SST": {"SG": "Asia/Singapore", "AS": "Pacific/Pago_Pago"},
    "AMT": {"AM": "Asia/Yerevan", "BR": "America/Manaus"},
    "ECT": {"EC": "America/Guayaquil", "LC": "America/St_Lucia"},
    "ICT": {"TH": "Asia/Bangkok"},
    "IDT": {"IL": "Asia/Jerusalem"},
    "IRST": {"IR": "Asia/Tehran"},
    "SLST": {"LK": "Asia/Colombo"},
    "MMT": {"MM": "Asia/Yangon"},
}
# The zone of the countries under the empty name, in minutes before UTC.
_USUAL = {"CST": -360, "CDT": -300, "BST": 60, "AST": -240} | {
    "EST": -300,
    "EDT": -240,
    "PST": -480,
    "MST": -420,
}
# Abbreviations that a record of no country means for America, as nearly all texts do.
_PLAIN = {"EST", "EDT", "PST", "MST", "CDT"}
# Abbreviations of one zone need no country.
_ALONE = {name for name, zones in _ZONES.items() if len(zones) == 1}
_NAMED = regex(rf"(?<=[\d\s(.mM])\(?\b({'|'.join(_ZONES)})\b")
_LONGEST = 80


class SettledZone(NamedTuple):
    """The moment of a text with its zone, and what is unclear about the zone.

    Attributes:
        moment: the moment with the zone of the record's country, or as it was.
        doubt: the end of a sentence; empty if the zone is clear.
    """

    moment: datetime
    doubt: str = ""


def settle_zone(text: str, moment: datetime, countries: Sequence[str]) -> SettledZone:
    """Return the moment of a text in the zone that its abbreviation means.

    Args:
        text: the text of the moment.
        moment: the moment as it was read, without regard to countries.
        countries: codes of the countries that the record names, the surest first.
    """
    named = list(_NAMED.finditer(text[:_LONGEST]))
    if not named:
        return SettledZone(moment)
    name = named[-1][1]
    zones = _ZONES[name]
    known = zones.get("", "").split()
    if name in _ALONE:
        return SettledZone(moment.replace(tzinfo=ZoneInfo(next(iter(zones.values())))))
    usual = moment
    if name in _USUAL:
        usual = moment.replace(tzinfo=timezone(timedelta(minutes=_USUAL[name])))
    for country in countries:
        if country in zones:
            return SettledZone(moment.replace(tzinfo=ZoneInfo(zones[country])))
        if country in known:
            return SettledZone(usual)
    if name in _PLAIN:
        return SettledZone(usual)
    others = ", ".join(sorted({*zones, *known[:1]} - {""}))
    became = f"read as in {known[0]}" if known else "no zone was taken"
    doubt = f"names {name}, which is the time of several countries ({others}); {became}"
    return SettledZone(usual, doubt)
