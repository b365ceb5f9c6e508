"""Settling: the shortcodes of a body go in one by one, and the HTML without them comes out."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections import Counter
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

from printkit.copyedit.dialects import confluence, hugo, jekyll, tables, wordpress
from printkit.copyedit.dialects.builder_blocks import builder_block
from printkit.copyedit.dialects.called_tags import Tag
from printkit.copyedit.dialects.calls import Call, is_picture
from printkit.copyedit.dialects.forms import Form, Written, block, panel
from printkit.copyedit.dialects.linked_forms import figure
from printkit.copyedit.dialects.page_addresses import of_page
from printkit.copyedit.dialects.site_tags import Shortcode, Site
from printkit.copyedit.dialects.tab_labels import TabLabels
from printkit.copyedit.dialects.tag_values import TagValues
from printkit.copyedit.formulas.tex_marks import write_tex
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

ADDRESS = regex(r"https?://[^\s\"'<>\]]+")
_ELEMENT = regex(r"<[^<>]*>")
# Shortcodes whose caption may stand behind them, and the empty element that is put in their place.
_FILM = regex(r"gallery|slide|carousel|video|audio|player|playlist|map|chart|form|embed", re.I)
_NOT_PRINTED = '<span class="embed"></span>'
_KINDS = ("unnamed picture", "words")
_FORMULAS = {"bracket": wordpress.FORMULAS, "confluence": confluence.FORMULAS}


class _Opened(NamedTuple):
    key: tuple[str, str]
    closing: str
    start: int  # the first piece inside
    form: Form | None


class Settler:
    """Writes HTML: each shortcode is replaced by the form that the table of its program names."""

    def __init__(self, removals: Removals, site: Site) -> None:
        self._removals = removals
        self._site = site
        self._pieces: list[str] = []
        self._opened: list[_Opened] = []
        self._values = TagValues(site.fields, removals)
        self._labels = TabLabels(removals)
        self._layout: Counter[str] = Counter()

    def write(self, source: str) -> None:
        """Write HTML that stands between shortcodes."""
        self._pieces.append(source)

    def finish(self) -> str:
        """Return all that was written; note the shortcodes that only place words on the screen."""
        for name, times in self._layout.items():
            self._removals.note("page builder shortcode", name, times=times)
        return "".join(self._pieces)

    def settle(self, one: Shortcode, inside: str | None) -> None:
        """Write the HTML of a shortcode; note all that is left out.

        Args:
            one: the shortcode.
            inside: the first words up to the closing shortcode; None if there is no such shortcode.
        """
        if one.kind == "brace" or one.written.startswith(("{:", "(")):
            self._removals.rewrite("tag", one.written)
        if one.closes:
            self._close(one)
            return
        written = self._open(one, inside)
        self.write(written.opening)
        if inside is not None:
            self._labels.open()
            sense = tables.shortcode_meaning(one.kind, one.name)
            key = (one.kind, one.name)
            self._opened.append(_Opened(key, written.closing, len(self._pieces), sense.form))

    def address_of(self, tag: Tag) -> str:
        """Return the text of a tag in an attribute, which is most often an address."""
        sense = tables.shortcode_meaning(tag.kind, tag.name).sense
        if sense == "address":
            named = Call(tag.name, tag.said, paired=False)
            name = named.take("path") or named.take_listed(0)
            return escape(name if tag.name.startswith("asset") else of_page(name))
        if sense == "value":
            value = self._values.find(tag.name, tag.said)
            return escape("" if value is None else value)
        self._removals.note(f"{tag.name or tag.kind} tag", tag.said)
        return ""

    def _open(self, one: Shortcode, inside: str | None) -> Written:
        name, said = one.name, one.said
        if one.kind == "liquid" and name in jekyll.INCLUDES:
            name, said = tables.named_include(said)
        if one.kind == "bracket":
            self._removals.rewrite("shortcode", name)
        meaning = tables.shortcode_meaning(one.kind, name)
        if one.kind == "comment" or meaning.sense in ("raw", "comment"):
            return Written(escape(one.said, quote=False) if one.kind == "comment" else "")
        if meaning.sense == "control":
            return self._control(one)
        if meaning.sense == "value":
            return self._value(one)
        if meaning.sense == "address":
            if "://" in said:
                return jekyll.named_page(Call(name, said, paired=False), self._site.inline)
            self._removals.note(f"{name} shortcode", said, f"shortcode {name}")
            return Written("")
        if one.kind == "bracket" and (name in wordpress.CAPTIONS or name in wordpress.PLAYED):
            return self._of_wordpress(name, said)
        if one.kind == "bracket" and name == "embed":
            return Written("")
        # Where a pair encloses nothing, the arguments have all the words.
        is_empty = not (inside or "").strip() and meaning.sense == "form"
        call = Call(name, said, paired=inside is not None and not is_empty)
        called = {"liquid": "tag", "confluence": "macro"}.get(one.kind, "shortcode")
        kind = f"{one.name if one.kind == 'liquid' else name} {called}"
        form = _chosen_form(meaning, name, inside)
        return self._call(call, form, kind, inside or "")

    def _call(self, call: Call, form: Form | None, kind: str, inside: str) -> Written:
        """Write a call by its form; a call without a form is a picture, or is only named."""
        place = f"shortcode {call.name}"
        if form is not None:
            self._labels.give(call, is_panel=form is panel)
            written = form(call, self._site.inline)
            if form is builder_block and _is_setting(written):
                self._layout[call.name] += 1
            elif kind == "include tag" and _is_setting(written):
                # An include may have the name of a form, and no words: `{% include x.md %}`.
                self._removals.note(kind, call.name, place)
            is_shown = "<img" in written.opening or is_picture(inside.strip())
            self._note_unused(call, shows_picture=is_shown)
            return _with_mark(call, written)
        written = Written("")
        if call.has_picture:
            written = figure(call, self._site.inline)
        words = " ".join((*call.named.values(), *call.listed))
        named = call.name if kind.endswith("tag") and not kind.startswith(call.name) else ""
        self._removals.note(kind, f"{named} {words}".strip(), place)
        return _with_mark(call, written)

    def _note_unused(self, call: Call, *, shows_picture: bool = False) -> None:
        """Note the arguments that are not printed; a picture that is shown may have a number."""
        for value in call.switches:
            self._removals.rewrite("setting", value)
        for key, words in call.unused():
            if shows_picture and key == "unnamed picture" and "," not in words:
                continue
            kind = key if key in _KINDS else f"{call.name} {key}"
            self._removals.note(kind, words, f"shortcode {call.name}")

    def _of_wordpress(self, name: str, said: str) -> Written:
        call, place = Call(name, said, paired=True), f"shortcode {name}"
        if name in wordpress.CAPTIONS:
            caption = call.take("caption")
            self._note_unused(call)
            return Written(
                "<figure>" + (f"<figcaption>{caption}</figcaption>" if caption else ""), "</figure>"
            )
        address = ADDRESS.search(said)
        shown = address[0] if address else " ".join((*call.named.values(), *call.listed))
        self._removals.note(wordpress.PLAYED[name], shown, place)
        if not address:
            return Written(_NOT_PRINTED)
        call = Call(name, said.replace(address[0], "", 1), paired=True)
        poster = escape(call.take_picture())
        self._note_unused(call)
        picture = f'<figure><img src="{poster}" alt=""></figure>' if poster else ""
        shown = escape(address[0])
        return Written(f'{picture}<p class="embed"><a href="{shown}">{shown}</a></p>')

    def _control(self, one: Shortcode) -> Written:
        """Leave a tag out that chooses words; keep a value that a tag sets."""
        self._values.keep(one.name, one.said)
        self._removals.note(f"{one.name} tag", one.said, f"tag {one.name}")
        # The words on both sides of an `else` stand beside each other.
        return Written(" " if one.name in jekyll.PARTING else "")

    def _value(self, one: Shortcode) -> Written:
        value = self._values.find(one.name, one.said)
        if value is None and one.kind == "value":
            if re.fullmatch(r"[\w-]+", one.said):
                return Written(self._site.as_written(one.written))
            self._removals.note("site value", one.said)
        return Written(escape(value or "", quote=False))

    def _close(self, one: Shortcode) -> None:
        """Write the end of a shortcode, and settle the words in the shortcode."""
        key = (one.kind, one.name)
        opened = next((old for old in reversed(self._opened) if old.key == key), None)
        if opened is None:
            self._removals.note(f"{one.name} shortcode", "", f"shortcode {one.name}")
            return
        del self._opened[self._opened.index(opened)]
        self._labels.close()
        inside = "".join(self._pieces[opened.start :])
        if tables.shortcode_meaning(*key).sense == "comment":
            del self._pieces[opened.start :]
            self._removals.note("comment", " ".join(_ELEMENT.sub(" ", inside).split()))
        elif one.name in _FORMULAS.get(one.kind, hugo.FORMULAS):
            del self._pieces[opened.start - 1 :]
            in_line = one.kind == "bracket" or "inline" in one.name
            self.write(write_tex(unescape(inside), display=not in_line))
            return
        elif one.name == "vc_raw_html" and (shown := _decoded(inside)):
            del self._pieces[opened.start :]
            self._removals.rewrite("source", inside)
            self.write(shown)
        elif opened.form is figure and is_picture(inside.strip()) and "<" not in inside:
            del self._pieces[opened.start :]
            self._removals.rewrite("address", inside)
            self.write(f'<img src="{escape(inside.strip())}" alt="">')
        self.write(opened.closing)


def _chosen_form(meaning: tables.Meaning, name: str, inside: str | None) -> Form | None:
    """Return the form of a shortcode, which may depend on the words in the shortcode."""
    if inside is None and name.lower() in hugo.CHARTS:
        return builder_block
    if meaning.sense == "listing" and (inside or "").lstrip().startswith("<pre"):
        return block  # GitBook writes a fence in a tag, so the code is code already
    return meaning.form


def _with_mark(call: Call, written: Written) -> Written:
    """Mark the place of a film or the like that is not printed, and that may have a caption."""
    if _FILM.search(call.name) and _is_setting(written):
        return Written(_NOT_PRINTED + written.opening, written.closing)
    return written


def _is_setting(written: Written) -> bool:
    shown = written.opening + written.closing
    return "<img" not in shown and not _ELEMENT.sub("", shown).strip()


def _decoded(inside: str) -> str:
    """Return the HTML that a page builder keeps in Base64; an empty text if there is none."""
    try:
        return unquote(b64decode(_ELEMENT.sub("", inside).strip(), validate=True).decode())
    except (NotBase64, UnicodeDecodeError):
        return ""
