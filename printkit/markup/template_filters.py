"""The filters of a template: takes Jinja's filters, gives filters that refuse what is too much.

A filter counts its values, and shows no object; `template_operations` says what is too much.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from jinja2 import pass_eval_context
from jinja2.filters import make_attrgetter, sync_do_join
from jinja2.nodes import EvalContext
from jinja2.runtime import Undefined

from printkit.markup.template_operations import check_lengths, check_percent, shown_on_page
from printkit.markup.template_work import count_all, count_characters, count_turn, count_value

# fmt: off (one name a line would hide the list)
# Filters that make a text of their first value.
_OF_TEXT = frozenset(
    (
        "address",
        "bdi",
        "capitalize",
        "center",
        "e",
        "escape",
        "forceescape",
        "format",
        "indent",
        "lower",
        "replace",
        "string",
        "striptags",
        "title",
        "trim",
        "truncate",
        "upper",
        "urlize",
        "widont",
        "wordcount",
        "wordwrap",
    )
)
# fmt: on


def checked_filter(name: str, do: Callable[..., object]) -> Callable[..., object]:
    """Return a filter that checks and counts its values, and gives a list, not an iterator.

    An iterator shows its address, and does its work where nothing counts it.
    """
    skipped = 1 if hasattr(do, "jinja_pass_arg") else 0

    @wraps(do)
    def checked(*args: object, **kwargs: object) -> object:
        count_turn()
        engine, (value, *others) = args[:skipped], args[skipped:]
        given = (*others, *kwargs.values())
        count_all((value, *given))
        if name in _OF_TEXT:
            value, *_ = map(shown_on_page, (value, *given))
        if name in ("urlencode", "xmlattr"):
            _refuse_unshown(value)
        if name == "format":
            check_percent(str(value), given)
        else:
            check_lengths(name, value, given)
        made = do(*engine, value, *others, **kwargs)
        return count_value(list(made) if isinstance(made, Iterator) else made)

    return checked


@pass_eval_context
def join_shown(
    context: EvalContext, values: Iterable[object], d: str = "", attribute: str | int | None = None
) -> str:
    """Join values as Jinja's filter of this name does, but refuse what a page cannot show."""
    if attribute is not None:
        values = map(make_attrgetter(context.environment, attribute), values)
    entries = [shown_on_page(one) for one in values]
    count_characters(len(entries) * len(d))
    return sync_do_join(context, entries, d)


def _refuse_unshown(value: object) -> None:
    """Refuse a value, or a list or a dictionary, with an entry that a page cannot show."""
    if isinstance(value, list | tuple):
        for one in value:
            _refuse_unshown(one)
    elif isinstance(value, dict):
        _refuse_unshown([one for one in value.values() if not isinstance(one, Undefined)])
    else:
        shown_on_page(value)
