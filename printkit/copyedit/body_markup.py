"""Body markup: the raw body of a record goes in, its repaired tree within all limits comes out."""

from collections.abc import Iterator, Mapping

from printkit.article import Article
from printkit.copyedit import formats, sanitise, shortcodes, tree
from printkit.copyedit.combining_marks import MARKS, cap_marks
from printkit.copyedit.dialects.bbcode import read_bbcode
from printkit.copyedit.dialects.drupal import read_drupal
from printkit.copyedit.dialects.joomla import hide_braces
from printkit.copyedit.dialects.jsx_elements import plain_elements
from printkit.copyedit.dialects.logseq import read_logseq
from printkit.copyedit.dialects.reading import BodyReading
from printkit.copyedit.limits import check_characters, check_markup, check_source
from printkit.copyedit.parted_numbers import part_numbers
from printkit.copyedit.removals import Removals
from printkit.copyedit.site_values import begin_site
from printkit.copyedit.style_sheets import apply_sheets, read_sheets
from printkit.copyedit.tree import Node
from printkit.copyedit.xml_dialects import translate_xml
from printkit.edition.limits import DEFAULTS, Limits
from printkit.remarks import Remark
from printkit.text.characters import printable


def repair_body(
    article: Article, removals: Removals, where: str, limits: Limits = DEFAULTS
) -> tuple[Node, list[Remark]]:
    """Return the body of an article as a repaired tree, and the remarks on the repair.

    Args:
        article: the record.
        removals: gets the shortcodes that say nothing on paper.
        where: the record's name, for remarks and errors.
        limits: how much work the body may cost.

    Raises:
        RefusedError: the body is over a limit.
    """
    check_characters(article.body, where, limits)
    site = begin_site(article, limits)
    body = printable(article.body)
    if article.body_format == "html":
        body = read_drupal(translate_xml(body, site.tags, removals), removals)
    if article.body_format == "markdown":
        body = read_logseq(body, removals)
    if article.body_format != "text":
        body = read_bbcode(body, article.body_format, removals)
        body = site.tags.hide(hide_braces(body, site.tags))
    reading = BodyReading(site.tags, removals, limits)
    source = formats.to_html(body, article.body_format, where, reading)
    if article.body_format == "text":
        source = read_bbcode(source, "text", removals)
    else:
        source = plain_elements(source, reading.imported, removals)
    source = shortcodes.expand_shortcodes(source, removals, site)
    check_source(source, where, limits)
    rules = read_sheets(source)
    markup, lowered = sanitise.repair_markup(source, as_written=bool(rules))
    check_markup(markup, where, limits)
    markup, marks = cap_marks(markup)
    root = tree.parse(markup)
    if rules:
        apply_sheets(root, rules)
    part_numbers(root)
    return root, list(_remarks_on_repair(lowered, marks, where))


def _remarks_on_repair(lowered: Mapping[str, int], marks: int, where: str) -> Iterator[Remark]:
    if lowered:
        found = ", ".join(f"{name} {count} times" for name, count in sorted(lowered.items()))
        yield Remark("PK303", f"a number was brought down to its limit: {found}", where)
    if marks:
        many = f"{marks} combining marks were removed: a letter keeps at most {MARKS}"
        yield Remark("PK205", many, where)
