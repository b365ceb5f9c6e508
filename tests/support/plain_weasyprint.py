"""Print small pages with plain WeasyPrint, in fonts that come with printkit's packages."""

import base64
import io
from functools import cache
from importlib.resources import files
from typing import Any

import weasyprint
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

FACES = {
    "Latin": ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
    "Hebrew": ("fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf"),
    "Arabic": ("fontpkg_amiri", "Amiri-Regular.ttf"),
}
PAGE = """<!DOCTYPE html><html lang="{language}"><title>Harbour news</title>
<style>{faces} @page {{ size: 105mm 148mm; margin: 12mm }}
body {{ font: 11pt Latin, Hebrew, Arabic }} img {{ image-rendering: crisp-edges }} {css}</style>
<body>{body}"""


@cache
def make_face_rules() -> str:
    """Return the @font-face rules of all faces."""
    rules = []
    for name, (package, file) in FACES.items():
        address = files(package) / "files" / file
        rules.append(f'@font-face {{ font-family: {name}; src: url("file://{address}") }}')
    return " ".join(rules)


@cache
def load_fonts() -> FontConfiguration:
    """Return one font configuration for all prints: a new configuration is slow."""
    return FontConfiguration()


def print_plain(body: str, css: str = "", *, language: str = "en", **options: Any) -> bytes:
    """Print the body of a page on A6, as PDF/UA-1 or in the variant of `pdf_variant`."""
    page = PAGE.format(language=language, faces=make_face_rules(), css=css, body=body)
    options = {"pdf_variant": "pdf/ua-1", **options}
    return bytes(weasyprint.HTML(string=page).write_pdf(font_config=load_fonts(), **options))


def draw_square(pixels: int) -> str:
    """Return a square picture as a data address."""
    file = io.BytesIO()
    Image.new("RGB", (pixels, pixels), "teal").save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
