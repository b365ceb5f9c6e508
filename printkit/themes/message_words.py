"""Say in plain words what WeasyPrint logs: takes a message of WeasyPrint, gives a sentence.

WeasyPrint writes its messages for programmers of style sheets, and quotes its own objects, such as
`<AtRule @supports … { … }>`. A user of printkit reads these sentences instead.
"""

import re
from collections.abc import Mapping

from printkit.text.patterns import regex
from printkit.text.shortening import shortened

_LONGEST = 80  # characters of a quotation in a sentence
_LONGEST_MESSAGE = 300
_LONGEST_HALF = 1000  # characters that are read at each end of a message: patterns stay fast
# Each message of WeasyPrint that printkit has met, with the sentence that stands for the message.
# The groups of the pattern are quoted in the sentence.
_SENTENCES: Mapping[str, str] = {
    r"Ignored `(?P<one>[^:`]+):.*` at [\d:]+, unknown property\.": (
        "WeasyPrint does not know the property {one}, so the declaration has no effect"
    ),
    r"Ignored `(?P<one>[^:`]+):(?P<two>.*)` at [\d:]+, prefix .* use '(?P<three>.*)' instead\.": (
        "WeasyPrint does not read {one}; write {three}"
    ),
    r"Ignored `(?P<one>[^:`]+):\s*` at [\d:]+, .*": (
        "the property {one} has no value, so the declaration has no effect"
    ),
    r"Ignored `(?P<one>[^:`]+):(?P<two>.*)` at [\d:]+, .*": (
        "{one} cannot be {two} in WeasyPrint, so the declaration has no effect"
    ),
    r"Deprecated `(?P<one>[^:`]+):.*` at [\d:]+, .* use '(?P<two>.*)' instead\.": (
        "the property {one} has an old name; write {two}"
    ),
    r"Invalid math function at [\d:]+: (?P<one>.*)": (
        "the calculation {one} gives no value that fits the property"
    ),
    r"Parse error at [\d:]+: .*": "this is no rule of CSS, so WeasyPrint leaves the rule out",
    r"Error: .* at [\d:]+\.": (
        "this is no declaration of CSS, so WeasyPrint leaves the declaration out; "
        "write name: value;"
    ),
    r"Unknown (?:empty )?rule <AtRule @charset .*": (
        "@charset has no effect, because printkit reads every style sheet as UTF-8"
    ),
    r"Unknown (?:empty )?rule <AtRule @(?P<one>\S+) .*": (
        "printkit and WeasyPrint do not read @{one}; the rules in @{one} are left out"
    ),
    r"Invalid or unsupported selector, (?P<one>.*)": (
        "WeasyPrint cannot read the selector {one}, so the rule is left out"
    ),
    r"Invalid media type (?P<one>.*?) the whole (?P<two>@\w+) rule was ignored at .*": (
        "WeasyPrint cannot read the condition {one}, so the rules in {two} are left out"
    ),
    r"Unsupported @page selector (?P<one>.*), the whole @page rule was ignored at .*": (
        "WeasyPrint does not know the pages {one}, so this @page rule is left out"
    ),
    r"(?:Unknown|Empty) @page rule <AtRule @(?P<one>\S+) .*": (
        "a page has no margin box @{one} with declarations, so this rule is left out"
    ),
    r"Missing (?P<one>\S+) descriptor in '@font-face' rule at .*": (
        "@font-face has no {one}, so no font is loaded"
    ),
    r"Font-face (?P<one>.*) cannot be loaded": (
        "the font {one} cannot be loaded, so another face is printed"
    ),
    r"@layer rule with multiple layer names, .*": (
        "a @layer rule with braces has one name; this rule has more, so its content is left out"
    ),
    r"Relative URI reference without a base URI: (?P<one>.*)": (
        "the address {one} leads to no file: a page shows pictures of the record and of the theme, "
        "and its links have whole addresses, with https://"
    ),
    r"No anchor (?P<one>#.*) for internal URI reference": (
        "a link leads to {one}, but no element of the page has this id, so the link leads nowhere"
    ),
    r"Content discarded: target points to undefined anchor (?P<one>.*)": (
        "the style asks for the page of {one}, but no element of the page has this id, "
        "so no number is printed"
    ),
    r"Anchor defined twice: (?P<one>.*)": (
        "two elements of a page have the id {one}; links lead to the first element"
    ),
    r'"(?P<one>(?:string|element)\(.*\))" is only allowed in page margins': (
        "{one} stands outside the margins of a page, so nothing is printed for {one}"
    ),
    r"Failed to load inline SVG: (?P<one>.*)": "a drawing cannot be printed: {one}",
    r"Failed to load image at .*?: (?P<one>.*)": "a picture cannot be read: {one}",
    r"Malformed URL: (?P<one>.*)": "the address {one} cannot be read",
    r"(?P<one>Subgrids|Inline grids) are (?:unsupported|not supported)": (
        "WeasyPrint has no {one}, so these elements stand in another order"
    ),
}
_PATTERNS = tuple((regex(one, re.DOTALL), words) for one, words in _SENTENCES.items())


def plain_words(message: str) -> str:
    """Return a sentence for a message of WeasyPrint; the message is quoted if it is not known."""
    whole = message
    if len(message) > 2 * _LONGEST_HALF:
        whole = f"{message[:_LONGEST_HALF]}…{message[-_LONGEST_HALF:]}"
    for pattern, words in _PATTERNS:
        if told := pattern.fullmatch(whole):
            quoted = {name: _short(value or "") for name, value in told.groupdict().items()}
            return words.format_map(quoted)
    short = shortened(" ".join(message.split()), _LONGEST_MESSAGE)
    return f"WeasyPrint has a problem with this page or style sheet, and says: “{short}”"


def _short(value: str) -> str:
    """Return a quotation on one line, without the quotation marks of Python."""
    return shortened(" ".join(value.split()).strip("'").strip(), _LONGEST)
