"""Draw ratios as bars in a picture, with the libraries that printkit needs anyway."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from printkit.press.fonts import read_font

_WIDTH, _MARGIN, _NAMES, _ROW = 1_500, 50, 430, 40
_INK, _GREY, _OURS, _THEIRS = "#1a1a1a", "#8a8a8a", "#a8281f", "#b9b4aa"
_FACE = "font:libre-franklin/LibreFranklin%5Bwght%5D.ttf?wght="


def draw(title: str, groups: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Draw a group of bars for each mapping of names to ratios, with a line at ratio 1.

    Args:
        title: the title of the picture.
        groups: the bars of each group by the group's title, from top to bottom.
        path: the PNG file.
    """
    rows = sum(len(bars) + 2 for bars in groups.values())
    image = Image.new("RGB", (_WIDTH, 2 * _MARGIN + _ROW * (rows + 2)), "white")
    pen = ImageDraw.Draw(image)
    plain, bold = (_font(weight, 24) for weight in (400, 700))
    pen.text((_MARGIN, _MARGIN), title, _INK, bold)
    longest = max(1.0, *(ratio for bars in groups.values() for ratio in bars.values()))
    unit = (_WIDTH - 2 * _MARGIN - _NAMES - 90) / longest
    top = _MARGIN + 2 * _ROW
    for name, bars in groups.items():
        pen.text((_MARGIN, top), name, _INK, bold)
        top += _ROW
        begin, mark = _MARGIN + _NAMES, _MARGIN + _NAMES + unit
        for label, ratio in bars.items():
            end = begin + ratio * unit
            colour = _OURS if label.startswith("printkit") else _THEIRS
            pen.text((_MARGIN, top + 4), label, _INK, plain)
            pen.rectangle((begin, top + 5, end, top + _ROW - 7), fill=colour)
            pen.text((end + 12, top + 4), f"{ratio:.2f}", _INK, plain)
            top += _ROW
        pen.line((mark, top - len(bars) * _ROW, mark, top), _GREY, 2)
        top += _ROW
    image.save(path)


def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(read_font(f"{_FACE}{weight}")), size)
