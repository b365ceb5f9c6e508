"""Figures that a block states: the call of a counter, a price or a chart goes in, words come out.

The site draws these figures as counters, pies, bars and price tags. The tables here have the names
that the arguments have in WPBakery, Divi, Avada, Enfold, Flatsome, Shortcodes Ultimate and others.
"""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from urllib.parse import unquote_plus

from printkit.copyedit.dialects.calls import Call
from printkit.text.patterns import regex

_PRICES = ("sum", "price", "amount", "package_price", "plan_price", "price_value", "cost")
_CURRENCIES = ("currency", "currency_sign", "currency_symbol", "price_currency", "valuta")
_PERIODS = ("period", "price_period", "time", "interval", "duration", "frequency", "freq",
            "billing", "package_unit", "sub_price")  # fmt: skip
_SAYS_PER = regex(r"/|per\b", re.IGNORECASE)
_UNITS_OF_TIME = ("hour", "day", "week", "month", "year", "mo", "yr", "user", "person")
_SHARES = ("percent", "percentage", "progress", "pct")
_NUMBERS = ("number", "counter_value", "value", "count", "digit", "digits", "num_end", "stop",
            "end", "score", "stars", "rating", "target_number", "end_number", "ending_number",
            "stat", "counter")  # fmt: skip
_BEGINNINGS = ("from", "start", "num_start", "start_number", "starting_number", "delimiter")
_BEFORE = ("prefix", "counter_prefix", "num_prefix", "number_prefix", "before")
_BEHIND = ("unit", "units", "suffix", "counter_suffix", "num_suffix", "number_suffix", "postfix",
           "after", "text_suffix")  # fmt: skip
_DAYS = ("date", "date_time", "datetime", "countdown_end", "countdown_date", "end_date", "due_date",
         "deadline", "event_date", "when")  # fmt: skip
_HOURS = ("hour", "hours", "time"), ("minute", "minutes")
_SERIES = ("values", "bars", "graph_bars", "options", "data", "dataset", "series", "y_values")
_NAMES = ("labels", "x_values", "x_axis_labels", "categories", "names")
_KEYS_OF_NAMES = ("label", "title", "name", "text", "x")
_KEYS_OF_FIGURES = ("value", "y_values", "values", "data", "percent", "number", "y")
_DIGITS = regex(r"[+-]?\d[\d.,  ]*")
_CODE_OF_CURRENCY = regex(r"[^\W\d_]{2,}\.?")
# Blocks that gather posts, pictures or goods: a number there says how many are shown.
_GATHERS = regex(
    r"posts?|grid|galler|slide|carousel|products?|categor|portfolio|blog|recent|loop|archive|comments"
    r"|feed|twitter|instagram|widget|sitemap|menu"
)


def take_figure(call: Call) -> str:
    """Return the figure that a block shows large: a price, a share, a number or a day."""
    if _GATHERS.search(call.name):
        return ""
    return _price(call) or _share_of(call) or _figure(call) or _day(call)


def take_series(call: Call) -> list[tuple[str, str]]:
    """Return the names and figures of bars, of parts of a chart, and the like."""
    has_series = any(call.named.get(name) for name in _SERIES)
    unit = call.take_words("units", "unit") if has_series else ""
    listed = list(_numbered(call))
    names = [name for given in (call.take_words(one) for one in _NAMES) for name in _names(given)]
    for name in _SERIES:
        given = call.take_words(name)
        if not given:
            continue
        pairs = list(_pairs(given))
        if names and all(not label for label, _ in pairs):
            figures = [figure for _, figure in pairs]
            pairs, names = list(zip_longest(names, figures, fillvalue="")), []
        elif names and all(len(_figure_parts(figure)) == len(names) for _, figure in pairs):
            pairs = [
                (label, _words_beside(names, _figure_parts(figure))) for label, figure in pairs
            ]
            names = []
        listed += [(label, _with_unit(figure, unit)) for label, figure in pairs]
    return [*((one, "") for one in names), *listed]


def _words_beside(names: Sequence[str], figures: Sequence[str]) -> str:
    return ", ".join(f"{name} {figure}" for name, figure in zip(names, figures, strict=True))


def _price(call: Call) -> str:
    amount = call.take_words(*_PRICES)
    if not amount:
        return ""
    currency, per = call.take_words(*_CURRENCIES), call.take_words("per")
    period = per or call.take_words(*_PERIODS)
    behind = call.take("currency_position") in ("right", "after")
    if _CODE_OF_CURRENCY.fullmatch(currency):
        price = f"{amount} {currency}"
    else:
        price = f"{amount}{currency}" if behind else f"{currency}{amount}"
    price = f"{call.take_words('before')}{price}{call.take_words('after')}"
    is_unit = (per and not _SAYS_PER.match(per)) or period.lower() in _UNITS_OF_TIME
    return f"{price} / {period}" if is_unit else f"{price} {period}".strip()


def _share_of(call: Call) -> str:
    share = call.take_words(*_SHARES)
    return _surrounded(call, share, "%") if share else ""


def _figure(call: Call) -> str:
    shown = call.take_words("label_value")
    number = call.take_words(*_NUMBERS)
    if not number and _DIGITS.fullmatch(call.named.get("to", "")):
        number = call.take("to")
    if not (shown or number):
        return ""
    # A counter runs from these numbers when the page opens; only the last number stays.
    for name in _BEGINNINGS:
        call.take(name)
    signed = call.take("percent_sign").lower()
    is_share = signed == "on" or (call.name == "et_pb_circle_counter" and signed != "off")
    return _surrounded(call, shown or number, "%" if is_share else "")


def _surrounded(call: Call, figure: str, sign: str) -> str:
    """Return a figure between the words that belong to it."""
    unit = call.take_words(*_BEHIND)
    before = call.take_words(*_BEFORE)
    if call.take("unit_pos") == "prefix":
        before, unit = unit, before
    return before + _with_unit(figure, unit or sign)


def _with_unit(figure: str, unit: str) -> str:
    if not (unit and figure) or figure.endswith(unit):
        return figure
    if unit == "%" and not _DIGITS.fullmatch(figure):
        return figure
    return f"{figure} {unit}" if _CODE_OF_CURRENCY.fullmatch(unit) else f"{figure}{unit}"


def _day(call: Call) -> str:
    """Return the day that a countdown leads to, as the record has the day."""
    day = call.take_words(*_DAYS)
    if not day:
        parts = [call.take_words(name) for name in ("year", "month", "day")]
        if not all(parts):
            return " ".join(filter(None, parts))
        day = "-".join(part.zfill(2) for part in parts)
    clock = [part for names in _HOURS if (part := call.take_words(*names))]
    return f"{day} {':'.join(part.zfill(2) for part in clock)}".strip()


def _numbered(call: Call) -> Iterator[tuple[str, str]]:
    """Yield the names and figures of arguments such as `name_1` and `percent_1`."""
    for number in range(1, 30):
        name, share = call.take_words(f"name_{number}"), call.take_words(f"percent_{number}")
        if not (name or share):
            return
        yield name, _with_unit(share, "%")


def _pairs(given: str) -> Iterator[tuple[str, str]]:
    """Yield the names and figures in one argument: JSON, `Dev|90,Design|70`, or a list."""
    plain = unquote_plus(given) if re.match(r"%5B|%7B", given, re.IGNORECASE) else given
    if plain.lstrip("`").startswith(("[", "{")):
        try:
            yield from _of_json(json.loads(plain.strip("`").replace("'", '"')))
        except (ValueError, RecursionError):
            yield "", given
        return
    parts = _figure_parts(plain)
    if len(parts) == 1 and all(map(_is_figure, parts[0].split("|"))):
        parts = parts[0].split("|")
    for one in parts:
        yield _pair(*(part.strip() for part in one.split("|")))


def _pair(first: str, second: str = "", *_look: str) -> tuple[str, str]:
    """Return the name and the figure of a bar; the name or the figure may come first."""
    if not second:
        return "", first
    if _is_figure(first) and _is_figure(second):
        return "", f"{first} {second}"
    return (second, first) if _is_figure(first) else (first, second)


def _is_figure(text: str) -> bool:
    return _DIGITS.fullmatch(text.strip().rstrip("% ")) is not None


def _of_json(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for one in value:
            yield from _of_json(one)
    elif isinstance(value, dict):
        name = next((str(value[key]) for key in _KEYS_OF_NAMES if value.get(key)), "")
        figure = next((value[key] for key in _KEYS_OF_FIGURES if value.get(key) is not None), "")
        said = figure if isinstance(figure, list) else _figure_parts(str(figure))
        yield name, ", ".join(map(str, said))
    elif value is not None:
        yield "", str(value)


def _names(listed: str) -> list[str]:
    parts = _figure_parts(listed)
    return parts[0].split("|") if len(parts) == 1 else parts


def _figure_parts(listed: str) -> list[str]:
    parts = listed.strip("[]").split(";" if ";" in listed else ",")
    return [one for part in parts if (one := part.strip(" \n\"'`"))]
