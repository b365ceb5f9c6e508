"""The editor's note and the colophon: takes a plan with Markdown texts, gives their markup.

The note fills a page, and the colophon shares a page with other parts of the back matter. Both
functions give a `MatterPart`, of which `matter_page` makes the page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from printkit import copyedit
from printkit.article import Article
from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.body import hole_filler, set_body
from printkit.markup.cross_references import CrossReferences
from printkit.markup.digest.nameplate import dates_of, number_of, title_of
from printkit.markup.digest.page import MatterPart
from printkit.markup.figures import show_pictures
from printkit.markup.metadata import notices
from printkit.markup.notes import NoteLine, note_lines
from printkit.markup.templates import generator
from printkit.pages import Gathered, LostPicture, PrintedText
from printkit.remarks import Remark
from printkit.wording.attribution import attribution_in

_UNPRINTED = "a picture in the text is not printed: only articles have pictures"


class EditedText(NamedTuple):
    """A text of the editor after copy-editing.

    Attributes:
        html: the text as safe HTML.
        links: how web addresses are printed: `notes`, `inline` or `plain`.
        notes: the web addresses that the text links to.
        words: every text that must be on paper.
        remarks: what copy-editing removed or mended.
    """

    html: Markup
    links: str
    notes: tuple[NoteLine, ...]
    words: tuple[str, ...]
    remarks: tuple[Remark, ...]


def editors_note(plan: Plan, edition: Edition) -> MatterPart:
    """Make the editor's note.

    Raises:
        RecordError: nothing in the note can be printed.
    """
    heading = attribution_in(edition.language).word("editors_note")
    text = _edited(heading, plan.note, edition, "note")
    words = (heading, *text.words, plan.note_by)
    printed = tuple(PrintedText("note", one) for one in words if one)
    values = {"text": text, "signed": plan.note_by}
    return MatterPart("note", heading, printed, values, text.remarks)


def colophon(
    plan: Plan,
    period: Period | None,
    articles: Sequence[Article],
    fonts: Sequence[str],
    edition: Edition,
) -> MatterPart:
    """Make the colophon: the plan's own text, and how the issue was made.

    Args:
        plan: the plan, with the text, and with the title, number and date of the issue.
        period: the days that the issue covers; None without a period.
        articles: the printed articles; the colophon repeats their copyright lines.
        fonts: the names of the font families in use.
        edition: the edition of the issue.

    Raises:
        RecordError: nothing in the plan's text can be printed.
    """
    attribution = attribution_in(edition.language)
    heading, comma = attribution.word("colophon"), attribution.word("comma")
    text = _edited(heading, plan.colophon, edition, "colophon") if plan.colophon else None
    named = (title_of(plan, edition), number_of(plan, edition), dates_of(plan, period, edition))
    labelled = (
        (attribution.label("fonts"), comma.join(fonts)),
        (attribution.label("copyright"), comma.join(notices(articles, attribution))),
        ("", attribution.word("made_with", tool=generator())),
        ("", attribution.word("printed_on", date=attribution.date(plan.date)) if plan.date else ""),
    )
    lines = [(label, words) for label, words in labelled if words]
    issue = " · ".join(filter(None, named))
    printed = (heading, issue, *(text.words if text else ()), *(words for _, words in lines))
    return MatterPart(
        "colophon",
        heading,
        tuple(PrintedText("colophon", words) for words in printed),
        {"issue": issue, "text": text, "lines": lines},
        text.remarks if text else (),
    )


def _edited(heading: str, markdown: str, edition: Edition, prefix: str) -> EditedText:
    article = Article(
        headline=heading, body=markdown, body_format="markdown", language=edition.language
    )
    copy = copyedit.edit(article, links=edition.links, prefix=prefix, where=prefix)
    attribution = attribution_in(edition.language)
    links = CrossReferences(attribution)
    lost = Gathered(tuple(LostPicture(image, _UNPRINTED) for image in copy.images))
    pictures = show_pictures(copy, lost, attribution, links, prefix)
    fill = hole_filler(pictures, "", links, edition.templates)
    notes = note_lines(copy.notes, links, fill)
    return EditedText(
        html=set_body(copy, pictures, "", links, edition.templates),
        links=edition.links,
        notes=notes,
        words=(*copy.blocks, *(words for note in notes for words in note.printed)),
        remarks=(*copy.remarks, *(Remark("PK401", _UNPRINTED, prefix) for _ in copy.images)),
    )
