"""A text in Chinese letters alone is Chinese or Japanese, and not always surely so."""

import pytest

from printkit.wording.ideographs import recognise_ideographs


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("東京証券取引所、株価大幅下落", "ja"),
        ("日本経済新聞社", "ja"),
        ("衆議院解散総選挙", "ja"),
        ("大阪駅前広場再開発計画", "ja"),
        ("東京證券交易所股價大幅下跌", "zh-Hant"),
        ("东京证券交易所股价大幅下跌", "zh"),
        ("立法會選舉民主派大勝", "zh-Hant"),
        ("民衆心裏的話", "zh-Hant"),
        ("香港股市大幅下跌", "zh"),
        ("国务院发布新规定", "zh"),
    ],
)
def test_letters_that_one_language_has_tell_it(text: str, tag: str) -> None:
    """Some letters were simplified in Japan alone, and Japan lacks some letters."""
    assert recognise_ideographs(text).tag == tag


def test_a_text_that_may_be_both_is_less_sure() -> None:
    """The name of a place has the same letters in Japanese and in Chinese."""
    assert recognise_ideographs("東京大学").sureness < 1
    assert recognise_ideographs("我们的新闻").sureness == 1
