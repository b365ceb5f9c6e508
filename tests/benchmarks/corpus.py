"""Write a corpus to print: any number of articles with photographs, always the same.

The photographs are cut out of photographs that lie beside the checkout, or are drawn with grain,
so that the files are as large as the files of a camera.
"""

import json
import re
from pathlib import Path
from random import Random

from PIL import Image, ImageOps

from tests.support.made_pictures import draw_scene
from tests.support.paths import CORPUS

PHOTOGRAPHS = CORPUS / "photos"


def _phrases(text: str) -> list[str]:
    return text.split("|")


_SECTIONS = ("Politics", "Coast", "Business", "Science", "Culture", "Sport")
_SOURCES = ("The Coast Herald", "Northern Ledger", "City Observer", "The Weekly Almanac")
_PEOPLE = ("Ana Ruiz", "Li Wei", "Sam Okafor", "Mia Lindqvist", "Józef Nowak", "Chloé Martin")
_WHO = _phrases(
    "the harbour master|the mayor|a fisherman from the north quay|the committee|the new ferry|"
    "an engineer|the library|the oldest bridge in town|a group of students|the orchestra|"
    "the observatory|a retired teacher|the water board|the farmers of the valley|a court in "
    "the capital|the museum|the railway|a small laboratory|the night train|the winter market"
)
_DID = _phrases(
    "has waited for|turned down|will pay for|measured|described|opened|quietly replaced|cannot "
    "explain|sold|repaired|counted|photographed|promised|followed|forgot about|is building|"
    "studied|postponed|borrowed|defended"
)
_WHAT = _phrases(
    "a plan that nobody had read to the end|the long wall along the estuary|forty years of "
    "careful records|an unusually cold spring|the price of bread and of diesel|seven letters "
    "found in an attic|the first map of the seabed|a machine that sorts apples by colour|two "
    "kilometres of new track|the question of who owns the island|an exhibition of everyday "
    "photographs|the instruments that were lost in the flood|a very faint star|its own "
    "budget|the rules for small boats|a concert without a conductor|nine hundred samples of "
    "soil|the timetable for the coming year|a bridge that moves in the wind|the oldest "
    "school in the district"
)
_WHEN = _phrases(
    "on Tuesday|last winter|before the season began|for the third time in ten years|after a "
    "long debate|within a few weeks|at dawn|in spite of everything|without much noise|when the "
    "water was low|this year|during the summer holidays|to general surprise|against advice"
)
_LINK = _phrases(
    "and|but|although|because|while|so|and yet|until|since|as long as|even though|which is why"
)


def make(folder: Path, articles: int) -> list[Path]:
    """Write the records of some articles, as JSON, and their photographs beside them.

    Each article has 600 to 1,500 words, one or two photographs of 1,200 to 2,000 pixels, headings,
    links, a quotation and a list. A longer corpus begins with the articles of a shorter corpus.

    Returns:
        The paths of the records, in the order of the articles.
    """
    (folder / "photos").mkdir(parents=True, exist_ok=True)
    return [_write(folder, number) for number in range(1, articles + 1)]


def change(record: Path, note: str) -> None:
    """Change an article a little, as an editor would late in the evening."""
    _add(record, f"<p>This article was changed: {note}.</p>")


def lengthen(record: Path, note: str) -> None:
    """Make an article one page longer, so that all later articles move."""
    chance = Random(note)
    _add(record, "".join(_paragraph(chance, 60) for _ in range(12)))


def _add(record: Path, paragraphs: str) -> None:
    fields = json.loads(record.read_text(encoding="utf-8"))
    fields["body"] += paragraphs
    record.write_text(json.dumps(fields), encoding="utf-8")


def _write(folder: Path, number: int) -> Path:
    chance = Random(f"article {number}")
    images = [
        _image(folder, f"{number:03}-{count}.jpg") for count in range(1, chance.randint(1, 2) + 1)
    ]
    # Two equal articles would be taken for one article that came twice.
    who, did = _WHO[number % len(_WHO)], _DID[number // len(_WHO) % len(_DID)]
    headline = _capital(f"{who} {did} {chance.choice(_WHAT)}")
    source = chance.choice(_SOURCES)
    address = f"https://news.example.org/{number}"
    record = {
        "headline": headline,
        "subheadline": _sentence(chance),
        "authors": [chance.choice(_PEOPLE)],
        "date_published": f"2026-11-{16 + number % 7:02}T{number % 24:02}:00:00+00:00",
        "section": _SECTIONS[number % len(_SECTIONS)],
        "language": "en",
        "url": address,
        "source": {"name": source, "url": "https://news.example.org/"},
        "copyright_notice": f"© 2026 {source}",
        "tags": ["benchmark", _SECTIONS[number % len(_SECTIONS)].lower()],
        "images": images,
        "body": _body(chance, images[1:], chance.randint(600, 1_500)),
    }
    path = folder / f"{number:03}.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def _body(chance: Random, images: list[dict[str, str]], words: int) -> str:
    blocks = [_paragraph(chance, 40)]
    while _words(blocks) < words:
        if len(blocks) % 5 == 4:
            title = f"{chance.choice(_WHO)} {chance.choice(_WHEN)}"
            blocks.append(f"<h2>{_capital(title)}</h2>")
        blocks.append(_paragraph(chance, chance.randint(30, 90)))
    quotation = f"<blockquote><p>{_sentence(chance)} {_sentence(chance)}</p></blockquote>"
    items = "".join(f"<li>{_capital(chance.choice(_WHAT))}</li>" for _ in range(4))
    blocks.insert(len(blocks) // 2, quotation)
    blocks.insert(len(blocks) - 2, f"<ul>{items}</ul>")
    for image in images:
        blocks.insert(len(blocks) // 3, f'<figure><img src="{image["src"]}" alt=""></figure>')
    return "".join(blocks)


def _words(blocks: list[str]) -> int:
    return sum(len(re.sub("<[^>]+>", " ", block).split()) for block in blocks)


def _paragraph(chance: Random, words: int) -> str:
    sentences = [_sentence(chance)]
    while sum(len(one.split()) for one in sentences) < words:
        sentences.append(_sentence(chance))
    if chance.random() < 0.3:
        place, address = chance.choice(_WHAT), chance.randrange(10_000)
        sentences.append(f'See <a href="https://example.org/archive/{address}">{place}</a>.')
    return f"<p>{' '.join(sentences)}</p>"


def _sentence(chance: Random) -> str:
    first, second = (
        f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)}" for _ in range(2)
    )
    when = chance.choice(_WHEN)
    if chance.random() < 0.1:
        first = f"<em>{first}</em>"
    if chance.random() < 0.5:
        return f"{_capital(first)} {when}."
    return f"{_capital(when)}, {first}, {chance.choice(_LINK)} {second}."


def _capital(text: str) -> str:
    """Put the first letter that is no part of a tag in capitals."""
    return re.sub(r"^((?:<[^>]+>)?)(\w)", lambda found: found[1] + found[2].upper(), text)


def _image(folder: Path, name: str) -> dict[str, str]:
    chance, path = Random(name), folder / "photos" / name
    if not path.exists():
        _photograph(Random(f"photograph {name}")).save(path, "JPEG", quality=82)
    what = chance.choice(_WHAT)
    return {
        "src": f"photos/{name}",
        "alt": _capital(what),
        "caption": _sentence(chance),
        "credit": f"{chance.choice(_PEOPLE)}/Coast Pictures",
    }


def _photograph(chance: Random) -> Image.Image:
    """Cut a part out of a photograph, 1,200 to 2,000 pixels wide."""
    width = chance.randrange(1_200, 2_001, 100)
    size = width, width * 2 // 3
    found = sorted(PHOTOGRAPHS.glob("*.jpg"))
    picture = Image.open(chance.choice(found)).convert("RGB") if found else draw_scene(900, 600)
    part = chance.uniform(0.6, 0.95)
    middle = chance.uniform(0.3, 0.7), chance.uniform(0.3, 0.7)
    picture = ImageOps.fit(picture, size, Image.Resampling.LANCZOS, (1 - part) / 2, middle)
    grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    return Image.blend(picture, Image.merge("RGB", (grain, grain, grain)), 0.06)
