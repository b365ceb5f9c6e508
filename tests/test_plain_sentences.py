"""The sentences of docstrings: each begins with a noun, or with the order to a function.

A guard for one rule of .github/CONTRIBUTING.md: name the subject. The guard takes the root of a
checkout, returns one line for each fault, and was seen to fail on small houses.
"""

from pathlib import Path

import pytest

from tests.support.house_rules import SOUND, build_house
from tests.support.paths import CHECKOUT
from tests.support.plain_sentences import find_bare_word, list_sentences


def sentences_without_their_noun(root: Path) -> list[str]:
    """Return sentences of docstrings that begin with a word whose noun stands elsewhere."""
    return [
        f"{path.relative_to(root)}:{line}: {word} … in “{' '.join(sentence.split())}”"
        for folder in ("printkit", "tests")
        for path in sorted((root / folder).rglob("*.py"))
        for line, sentence in list_sentences(path)
        if (word := find_bare_word(sentence))
    ]


def test_every_sentence_names_its_subject() -> None:
    """A reader understands each sentence without the code and without the sentence before."""
    modules = [*(CHECKOUT / "printkit").rglob("*.py"), *(CHECKOUT / "tests").rglob("*.py")]
    assert sum(1 for path in modules for _ in list_sentences(path)) > 5_000
    assert sentences_without_their_noun(CHECKOUT) == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It withdraws an article.", "It"),
        ("Its path is on stdout.", "Its"),
        ("They go into the remark.", "They"),
        ("What was taken out is told.", "What"),
        ("Whatever the damage is.", "Whatever"),
        ("And is JSON.", "And"),
        ("But no link.", "But"),
        ("Others lead to the web.", "Others"),
        ("None is invented.", "None is"),
        ("None.", "None."),
        ("One for each page.", "One for"),
        ("Each has a link.", "Each has"),
        ("Each names its reason.", "Each names"),
        ("Each with a label.", "Each with"),
        ("This takes long.", "This takes"),
        ("That is told.", "That is"),
        ("Both leave the text.", "Both leave"),
        ("All go.", "All go"),
        ("Those of the edition.", "Those of"),
        ("These are pages.", "These are"),
        ("Some of them, at least.", "Some of them,"),
        ("As it is for records.", "As it"),
        ("So are digests.", "So are"),
        ("Also if the words stand in a shortcode.", "Also if"),
        ("Also without minutes.", "Also without"),
        ("As before; the credit is printed.", "As before;"),
        ("With their words.", "With their words."),
        ("With its report; the folders are made.", "With its report;"),
        ("With no remark, since nothing is lost.", "With no remark, since"),
        ("Without captions.", "Without captions."),
        ("Where no key names the language.", "Where no key names the language."),
    ],
)
def test_a_word_without_its_noun_is_found(sentence: str, word: str) -> None:
    """The remark of the guard has the words at the beginning of the sentence."""
    assert find_bare_word(sentence) == word


@pytest.mark.parametrize(
    "sentence",
    [
        "Both files are kept.",
        "With a cache, each page is printed once.",
        "Without a folder, the value is None.",
        "Where a name is long, the rest is cut.",
        "Also the second page is blank.",
        "This file is closed.",
        "This series is parted.",
        "That process ends.",
        "These pages are bound.",
        "One article is printed.",
        "One of the pages is blank.",
        "Each class has a map.",
        "Each axis is fixed.",
        "Each status is known.",
        "Each article's fields are printed.",
        "All words are on paper.",
        "Other links stay.",
        "Another page follows.",
        "None of the pages is blank.",
        "Items of a list are kept.",
        "As long as a page has room, words follow.",
        "Italics are emphasis.",
        "So many pages are too many.",
        "`It` is a word.",
        "“It was Tuesday.”",
    ],
)
def test_a_word_before_its_noun_is_let_through(sentence: str) -> None:
    """A false hit would make writers change good sentences."""
    assert find_bare_word(sentence) == ""


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "printkit/article.py",
            '"""An article.\n\nIt has\na body."""',
            ":1: It … in “It has a body.”",
        ),
        ("printkit/article.py", 'class A:\n    """Both are."""', ":2: Both are … in “Both are.”"),
        ("printkit/article.py", 'async def f():\n    """None."""', ":2: None. … in “None.”"),
        ("tests/test_text.py", 'def f():\n    """A word. They go."""', ":2: They … in “They go.”"),
        (
            "tests/test_text.py",
            'def f():\n    """Print.\n\n    Args:\n        a: the page. Its height counts."""',
            ":2: Its … in “Its height counts.”",
        ),
    ],
)
def test_a_sentence_without_its_noun_is_caught(
    tmp_path: Path, name: str, text: str, found: str
) -> None:
    """The guard reads modules, classes and functions, and every sentence of a docstring."""
    assert sentences_without_their_noun(build_house(tmp_path, SOUND)) == []
    house = build_house(tmp_path, SOUND | {name: text})
    assert sentences_without_their_noun(house) == [name + found]
