"""Prose: a text or a line goes in, and whether an author wrote it for readers comes out."""

from itertools import dropwhile

from printkit.text.patterns import regex

_QUOTED = regex(r"\"[^\"]*\"|'[^']*'|(?:#|//).*")
_LETTER = regex(r"[^\W\d_]")
_LATIN = regex(r"[A-Za-z]")
_WORDS = regex(r"(?:[^\W\d_][\w’'-]*[,:;]? ){4}")
_SIGNS = regex(r"[(){}\[\]=<>;$_\\|&*+\"`#@~^]")
_UNDERLINED = regex(r"\s*\S[^\n]*\n={3,}[ \t]*(?:\n|\Z)")
_LIST_ITEM = regex(r"(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_INDENTED = regex(r"\t| {4}")
_LONGEST_HEADLINE = 200
_SENTENCE_END = (".", "!", "?", "…", ":", "”", '"')


def is_sentence(line: str) -> bool:
    """Tell whether a line has five words and hardly any sign of a program."""
    return bool(_WORDS.match(line.strip()) and len(_SIGNS.findall(line)) * 25 <= len(line))


def is_in_another_script(line: str) -> bool:
    """Tell whether most letters outside quotes and comments are not those of English.

    The names in a program have English letters. Chinese, Japanese and Thai have no spaces that
    would tell words from names.
    """
    bare = _QUOTED.sub("", line)
    return len(_LETTER.findall(bare)) > 2 * len(_LATIN.findall(bare))


def is_headed_prose(text: str) -> bool:
    """Tell whether headings of Markdown stand over a sentence, a list or indented code.

    A program has its code, without indent, below such lines, which are comments there.
    """
    if _UNDERLINED.match(text):
        return True
    lines = [line for line in text[: _LONGEST_HEADLINE * 50].split("\n") if line.strip()]
    if not lines or not lines[0].startswith("# "):
        return False
    below = next(dropwhile(lambda line: line.startswith("#"), lines), "")
    return bool(is_sentence(below) or _LIST_ITEM.match(below) or _INDENTED.match(below))


def reads_as_article(text: str) -> bool:
    """Tell whether a text is clearly an article: a headline, an empty line, then sentences."""
    headline, _, body = text.strip("\n").partition("\n")
    lines = [line for line in body.split("\n") if line.strip()]
    if not lines or not body.startswith("\n") or len(headline) > _LONGEST_HEADLINE:
        return False
    if _SIGNS.search(headline) or headline.startswith(("//", "--", "%", "!", "'")):
        return False
    sentences = sum(is_sentence(line) for line in lines)
    ended = sum(line.rstrip().endswith(_SENTENCE_END) for line in lines)
    return sentences * 2 > len(lines) and ended * 2 > len(lines)
