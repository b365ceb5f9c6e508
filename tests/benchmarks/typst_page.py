"""Write a digest for Typst: the same text, pictures and fonts, in Typst's layout."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from printkit.edition.ticket import JobTicket
from printkit.pages import LostPicture, Picture
from printkit.prepare import prepare
from printkit.readers import Reading
from tests.support.clean_copy import write_html

_HEAD = """
#set document(title: {title})
#set text(font: "Source Serif 4", size: 10pt, lang: "en")
#set par(justify: true)
#set page(
  paper: "a4",
  header: context {{
    let before = query(selector(heading.where(level: 1)).before(here()))
    if before.len() > 0 {{ text(8pt, before.last().body) }}
  }},
  footer: context align(right, text(8pt, font: "Libre Franklin", counter(page).display("1"))),
)
#show heading: set text(font: "Source Serif 4")
#show quote: set pad(x: 1em)
#title()
#outline(depth: 1, title: "Contents")
"""
_STYLES = {"em": "emph", "i": "emph", "strong": "strong", "b": "strong"}


def write(readings: Sequence[Reading], folder: Path, title: str) -> Path:
    """Write the Typst file of a digest.

    Args:
        readings: the articles, in their order.
        folder: the folder in which `single_document.lay_out` left pictures, records and faces.
        title: the title of the digest.
    """
    path = folder / "page.typ"
    records = sorted((folder / "records").iterdir())
    attached = (
        f'#pdf.attach({_text(f"records/{one.name}")}, relationship: "source", '
        f'mime-type: "application/json", description: "The article\'s record")\n'
        for one in records
    )
    articles = "".join(_article(reading) for reading in readings)
    head = _HEAD.format(title=_text(title))
    path.write_text(head + "".join(attached) + articles, encoding="utf-8")
    return path


def _article(reading: Reading) -> str:
    article = reading.article
    prepared = prepare(reading, JobTicket())
    copy, gathered = prepared.copy, prepared.gathered
    in_body = gathered.uses[1 if copy.lead else 0 :]
    lines = [
        "\n#pagebreak()",
        f"#heading(level: 1, {_text(article.headline)})",
        f"#par(text(14pt, {_text(article.subheadline or '')}))",
        f'#par(text(font: "Libre Franklin", {_text(", ".join(a.name for a in article.authors))}))',
        _figure(gathered.uses[0]) if copy.lead else "",
        *_blocks(html.fragment_fromstring(write_html(copy.body), create_parent="div"), in_body),
        *(f"#par[{note.number} #link({_text(note.url)})]" for note in copy.notes),
        f"#par[#link({_text(article.url or 'https://example.org/')})]",
        f"#par({_text(article.copyright_notice or '')})",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _blocks(parent: HtmlElement, pictures: Sequence[Picture | LostPicture]) -> Iterator[str]:
    for one in parent:
        if one.tag == "figure":
            yield _figure(pictures[int(one.get("data-figure"))])
        elif one.tag in ("h2", "h3", "h4"):
            yield f"#heading(level: {one.tag[1]}, [{_inline(one)}])"
        elif one.tag in ("ul", "ol"):
            kind = "list" if one.tag == "ul" else "enum"
            yield f"#{kind}({', '.join(f'[{_inline(item)}]' for item in one)})"
        elif one.tag == "blockquote":
            yield f"#quote(block: true, [{' '.join(map(_inline, one))}])"
        else:
            yield f"#par[{_inline(one)}]"


def _inline(parent: HtmlElement) -> str:
    told = [_shown(parent.text)]
    for one in parent:
        inner = _inline(one)
        if one.tag == "a" and "://" in one.get("href", ""):
            inner = f"#link({_text(one.get('href'))})[{inner}]"
        elif one.tag in _STYLES:
            inner = f"#{_STYLES[one.tag]}[{inner}]"
        told += [inner, _shown(one.tail)]
    return "".join(told)


def _figure(found: Picture | LostPicture) -> str:
    if not isinstance(found, Picture):
        return ""
    suffix = "jpg" if found.mime == "image/jpeg" else "png"
    name = f"pictures/{found.url.removeprefix('picture:')}.{suffix}"
    caption = _text(f"{found.image.caption or ''} {found.image.credit or ''}")
    alt = _text(found.image.alt or "")
    return (
        f"#figure(image({_text(name)}, alt: {alt}, width: 100%), caption: {caption}, "
        "numbering: none)"
    )


def _shown(text: str | None) -> str:
    return f"#{_text(text)};" if text else ""


def _text(text: str) -> str:
    """Return a text as a string of Typst, in which nothing is markup."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
