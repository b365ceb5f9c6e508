"""YAML whose scalars stay text."""

import pytest
import yaml

from printkit.readers.text_yaml import TextLoader


def load(source: str) -> object:
    """Load a YAML text."""
    return TextLoader(source).get_single_data()


@pytest.mark.parametrize("word", ["no", "Yes", "on", "1.10", "0o17", "2019-09-13", "1_000", ".inf"])
def test_scalars_stay_as_they_were_written(word: str) -> None:
    """YAML would turn `no`, `1.10` and dates into other values."""
    assert load(f"a: {word}") == {"a": word}


def test_only_a_bare_null_is_null() -> None:
    """`null` in quotes is a word."""
    assert load("{a: , b: ~, c: null, d: 'null', e: ''}") == {
        "a": None,
        "b": None,
        "c": None,
        "d": "null",
        "e": "",
    }


def test_tags_make_no_objects() -> None:
    """A tag that would run code is ignored."""
    assert load("a: !!python/object/apply:os.system [ls]") == {"a": ["ls"]}


def test_aliases_are_refused() -> None:
    """A few aliases can stand for gigabytes."""
    with pytest.raises(yaml.YAMLError, match="aliases"):
        load("a: &a [x, x]\nb: [*a, *a]")


def test_deep_nesting_is_refused() -> None:
    """The refusal comes long before Python's own limit."""
    assert load("[" * 40 + "]" * 40)
    with pytest.raises(RecursionError):
        load("[" * 60 + "]" * 60)


def test_repeated_keys_and_broken_characters_are_noted() -> None:
    """Keys of any type, also lists, cause no crash."""
    loader = TextLoader('a: x\na: "\\ud800"')
    assert loader.get_single_data() == {"a": "\ufffd"}
    assert list(loader.repeated) == ["a"]
    assert loader.lost == 1
    with pytest.raises(yaml.YAMLError):
        load("? [a]\n: x")
