"""Shown things: a label such as `Picture:` and the words behind go in; the kind of words comes out.

`Picture: Ann Lee` names the maker of a picture, and `Picture: The Mona Lisa, by Leonardo` names the
thing that the picture shows. The rule: behind the label of a picture, words name a thing if they

- name a maker of their own behind a comma: `…, by Leonardo`;
- begin with an article, and have a preposition of place: `Das Haus am See`; in Arabic and Hebrew
  the article is a part of the word;
- join two words as Chinese, Japanese and Korean join a thing to its place or owner, as in `港の朝`.

A label of a maker, such as `Photo credit:` or `撮影：`, always stands before a name.
"""

from printkit.text.patterns import regex

_OF_MAKERS = regex(
    r"credit|cr[ée]d|nachweis|quelle|source|\bby\b|courtesy|photographer|fotograf(?:er|o)?\b|©"
    r"|提供|撮影|摄影|攝影|来源|來源|供图|供圖|出典|제공|출처|촬영|تصوير|عدسة|مصدر|צילום|צילמ|צילם|קרדיט|באדיבות"
    r"|źródło|\bfot\.|источник|автор|\bbron\b|fuente|fonte|zdroj|kilde|\b(?:von|av|door|di|de|par)\b"
)
_ARTICLE = (
    r"(?:the|an?|das|der|die|eine?|l[ae]s?|une?|el|los|una?|il|lo|gli|os?|as|uma?|de|het|een)\s"
    r"|l['’]"
)
_BEGINS = regex(rf"(?:{_ARTICLE})")
_PLACE = regex(
    r"\s(?:am|im|an|auf|beim|vor|hinter|über|unter|mit|bei|at|in|on|from|near|with|over|under|before"
    r"|after|aux?|sur|dans|devant|avec|sous|en|sobre|con|ante|bajo|nel\w*|sull?\w*|al|alla|no|na"
    r"|em|ao|com|aan|op|met|bij|onder)\s"
)
_WORK = regex(r"[^,]{2,60},\s(?:by|von|par|van|av|af)\s\S")
# `Ann Lee, by courtesy of NASA`, `Hans Meier, von dpa`, `The Mail on Sunday` name makers.
_NO_WORK = regex(
    r"\b(?:courtesy|permission|arrangement|dpa|apa|afp|ap|epa|efe|anp|ansa|ntb|upi|getty|reuters)\b"
    r"|,\sby\s(?:special\s)?invitation|\s(?:on sunday|am sonntag)$"
)
# In these languages the word before a town is the same: `Ana Ruiz, de Reuters`.
_WORK_WITH_ARTICLE = regex(rf"(?:{_ARTICLE})[^,]{{2,60}},\s(?:de|di|da|do|del|d['’])\s?\S")
_CJK = regex(
    r"[\u4e00-\u9fff\u30a0-\u30ff]の[\u4e00-\u9fff\u30a0-\u30ff]|[\u4e00-\u9fff]{2}的[\u4e00-\u9fff]"
    r"|[\uac00-\ud7a3]의\s[\uac00-\ud7a3]"
)
_CJK_MAKER = regex(
    r"(?:社|新聞|新闻|通信|通讯|日報|日报|提供|撮影|摄|摄影|攝|協会|协会|館|馆|庁|局|部|会|氏|さん|网|網|기자|뉴스|통신|제공|연합)$"
)
_ARABIC = regex(r"ال\w+.{0,60}\s(?:في|على|عند|من|أمام|قرب|خلال|فوق|تحت)\s")
_HEBREW = regex(r"ה\w+\s(?:\w+\s){0,4}(?:ב\w+|על\s\w+|ליד\s\w+|של\s\w+)")


def names_shown_thing(label: str, words: str) -> bool:
    """Tell whether the words behind a label name the thing that a picture shows."""
    if _OF_MAKERS.search(label.casefold()):
        return False
    said = words.strip(" .。").casefold()
    if _CJK.search(said):
        return _CJK_MAKER.search(said) is None
    if _NO_WORK.search(said):
        return False
    if _WORK.match(said) or _WORK_WITH_ARTICLE.match(said):
        return True
    placed = _BEGINS.match(said) and "/" not in said and _PLACE.search(said)
    return bool(placed or _ARABIC.match(said) or _HEBREW.match(said))
