"""Confluence: the table of its macros → their forms."""

from collections.abc import Mapping
from html import escape

from printkit.copyedit.dialects import forms, linked_forms
from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.forms import Form, Inline, Written
from printkit.copyedit.vocabulary import names


def _ticket(call: Call, inline: Inline) -> Written:
    """Write the name of a ticket; a list of tickets is named by its query."""
    del inline
    call.take("server", "serverid", "columns", "columnids", "maximumissues")
    return Written(escape(call.take("key")))


def _words_only(call: Call, inline: Inline) -> Written:
    """Write the words of a macro that only chooses or places these words."""
    del inline
    call.take("name", "atlassian-macro-output-type", "output", "class")
    return Written("<div>", "</div>") if call.paired else Written("")


FORMS: Mapping[str, Form] = {
    **dict.fromkeys(names("info tip warning note"), forms.named_note),
    **dict.fromkeys(names("panel bgcolor"), forms.note),
    **dict.fromkeys(names("expand ui-expand ui-tab card tab details-tab"), forms.panel),
    **dict.fromkeys(names("section column ui-tabs auitabs deck tabs cards div"), forms.block),
    **dict.fromkeys(names("excerpt details html align"), _words_only),
    **dict.fromkeys(names("status tooltip span"), forms.line),
    **dict.fromkeys(names("quote blockquote"), forms.quotation),
    **dict.fromkeys(names("widget multimedia iframe youtube vimeo"), linked_forms.film),
    **dict.fromkeys(names("ui-button button"), linked_forms.link),
    "jira": _ticket,
}

FORMULAS = frozenset(
    ["mathblock", "mathinline", "latex", "latex-formatting", "mathjax-block-macro", "math",
     "mathjax-inline-macro"]
)  # fmt: skip
"""Macros whose words are TeX."""

LISTINGS = FORMULAS | {"code", "noformat", "paste-code-macro", "markdown-source", "mermaid"}
"""Macros whose words are code, and stay as they are written."""
