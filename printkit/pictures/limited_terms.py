"""Limited terms: a clause of terms of use goes in; whether its time is over comes out.

`Print until 31 Dec 2020` allows print until that day, and `No print until 31 Dec 2020` forbids
print until that day. A year without a day that can be read ends with the year.
"""

from datetime import UTC, date, datetime

from printkit.readers.date_fields import read_date_field
from printkit.text.patterns import regex

# In other languages these words mean others: `Do not crop`, `Arquivo do Estado`, `voor pers`. So a
# day, a month or a year stands right behind them.
_MONTH = (
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada"
    "|grudnia|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    "|december|januar|februar|märz|mai|august|dezember"
)
_AMBIGUOUS = (
    rf"(?:do|voor|vor)(?=\s(?:dnia\s|końca\s|eind\s|dem\s|ende\s){{0,2}}(?:\d|(?:{_MONTH})\b))"
)
_UNTIL = regex(
    rf"(?:\b(?:{_AMBIGUOUS}|until|till|til|through|thru|up to|before|bis|jusqu'(?:au|à|en)|avant"
    r"|hasta|antes d[eo]l?|fino (?:al?|ad)|entro|prima d[ei]l?|até|tot|przed|до|till|t\.?o\.?m"
    r"|före|inden|expir\w+|ends?|ended|abgelaufen|caduca\w*|vence\w*|scad\w+|wygasa\w*|истека\w+|utgår"
    r"|حتى|لغاية|قبل|ينتهي|تنتهي|עד|לפני)\b|截止|截至|至|期限|期间|까지)"
)
_YEAR_BEHIND = 40  # characters between the word and the year
_YEAR = regex(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
# These stand behind the day: 2020年12月31日まで.
_DAY_BEFORE = regex(r"((?:19|20|21)\d\d)\s?[年년].{0,12}?(?:まで|以前|까지|之前|前)")
_DAY = regex(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.|º)? (?:de |ב)?[^\W\d_]{3,12}\.? (?:de )?\d{4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
# Only the time of a use ends: exclusive rights and embargoes end, too.
_OF_USE = regex(
    r"\b(?:us(?:e|ed|age|able|o|ar)|valid\w*|licen[cs]\w*|rights?|permi\w+|allowed|nutz\w+|nutzung\w*"
    r"|verwend\w+|gültig\w*|lizenz\w*|rechte?|utilis\w+|valable|droits|válid\w+|derechos|direitos"
    r"|licenci\w+|licença|licenza|validit\w+|diritti|gebruik\w*|geldig|rechten|licentie|uży\w+|ważn\w+"
    r"|licencja|prawa|использ\w+|действ\w+|лиценз\w+|права|använd\w*|giltig\w*|rättigheter"
    r"|web\w*|online|digital\w*|print\w*|\w*druck\w*|imprim\w+|impression|impresión|impressão"
    r"|stampa|tryck\w*|druk\w*|печат\w*|صالح\w*|استخدام\w*|الاستخدام|ترخيص|[לב]?שימוש|בתוקף|רישיון)\b"
    r"|使用|利用|有効|有效|掲載|授权|授權|사용|유효|이용"
)
_OTHER = regex(
    r"\b(?:embargo\w*|exclusiv\w*|exklusiv\w*|esclusiv\w*|gratis|taken|shot|published|posted|aufgenommen)\b"
)


def names_limit(clause: str) -> bool:
    """Tell whether a clause has a moment until which the clause holds."""
    return _year_of(clause) is not None


def limit_is_over(clause: str) -> bool:
    """Tell whether the moment until which a clause holds is over."""
    year, today = _year_of(clause), datetime.now(UTC).date()
    if year is None or year != today.year:
        return year is not None and year < today.year
    days = [read_date_field(one) for one in _DAY.findall(clause)]
    return any(_day(one) < today for one in days[-1:] if one is not None)


def ends_a_use(clause: str) -> bool:
    """Tell whether the moment in a clause ends the use of a picture, in print or anywhere."""
    if _OTHER.search(clause):
        return False
    found = _UNTIL.search(clause)
    before = clause[: found.start()].strip(" :(") if found else "no limit"
    bare = before in ("", "only", "nur", "solo", "sólo", "uniquement", "alleen", "tylko", "только")
    return bare or _DAY_BEFORE.match(clause) is not None or _OF_USE.search(clause) is not None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _year_of(clause: str) -> int | None:
    """Return the last year right behind a word such as `until`; None if there is none."""
    if before := _DAY_BEFORE.search(clause):
        return int(before[1])
    ends = [found.end() for found in _UNTIL.finditer(clause)]
    years = (_YEAR.search(clause, end, end + _YEAR_BEHIND) for end in ends[-20:])
    return max((int(year[0]) for year in years if year), default=None)
