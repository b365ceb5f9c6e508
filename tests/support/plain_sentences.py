"""Sentences of docstrings, and the words at their beginning that stand for a noun elsewhere.

list_sentences(path)      the sentences of all docstrings of a module, with their lines
find_bare_word(sentence)  `Its` of “Its order is kept.”, nothing of “The order is kept.”
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.source_code import parse_module

_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
# Words that never stand before their noun: the noun is in another sentence, or in the code.
_ALWAYS = (
    "It|Its|It's|They|Them|Their|Theirs|He|She|Others|What|Whatever|Whoever|And|But|Or|Nor|By which"
)
_PLURAL_VERBS = (
    "are|were|have|do|become|begin|belong|come|differ|exist|follow|get|give|go|hold|keep|lead|leave|"
    "lie|make|need|remain|say|share|stand|stay|take|tell|use"
)
_OTHER_VERBS = "had|did|can|cannot|could|may|might|must|shall|should|will|would"
_NO_NOUN = (
    "above|after|also|alike|among|as|at|before|behind|below|beside|by|for|from|in|into|on|once|that|"
    "to|too|twice|under|which|who|whose|with|within|without"
)
# After a singular, a word with one final `s` is a verb, but for a few nouns.
_SINGULAR_VERB = r"(?!series\b|news\b|canvas\b|lens\b|alias\b)(?:is|was|has|\w*[^\W\d_siu]s)"
_ENDS = rf"(?:[.,:;!?]|$|\s(?:{_OTHER_VERBS}|{_NO_NOUN})\b"
_BARE_WORD = re.compile(
    rf"(?:{_ALWAYS})(?![\w'’-])"
    rf"|(?:None|One|Each|Another|This|That|Either|Neither){_ENDS}|\s{_SINGULAR_VERB}(?![\w'’-]))"
    rf"|(?:Both|All|These|Those|Some|Many|Most|Few){_ENDS}|\s(?:{_PLURAL_VERBS})\b)"
    r"|(?:This|That|These|Those)\sof\b"
    r"|\w+\sof\s(?:them|these|those|it|which)(?:[.,:;!?]|$)"
    rf"|(?:So|As)\s(?:it|they|is|was|has|does|{_PLURAL_VERBS})\b"
    # A sentence that begins so has its subject and its verb in the sentence before, or in the name
    # of the test. `With a cache, …` has both behind the comma.
    r"|Also\s(?:as|at|by|for|from|if|in|of|on|when|where|with|without)\b"
    r"|As\s(?:above|always|before|usual)(?:[.,:;]|$)"
    r"|(?:With|Without|Where|When|If|Because|Although|Unless)\s[^,.;:]*(?:[;.]$|;\s|$)"
    r"|With\s[^,.;:]*,\s(?:as|because|since|which|who|without)\b"
)


def list_sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Yield every sentence of the docstrings of a module, with the line of its docstring."""
    for node in ast.walk(parse_module(path)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node) or ""
            line = node.body[0].lineno if text else 0
            yield from ((line, one.strip()) for one in _END.split(text) if one.strip())


def find_bare_word(sentence: str) -> str:
    """Return the first words of a sentence, if they stand for a noun that the sentence lacks."""
    found = _BARE_WORD.match(sentence)
    return found[0].strip() if found else ""
