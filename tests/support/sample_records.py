"""Records that tests print: plain, rich, from right to left, and a broken record.

PLAIN, RICH, HEBREW, ARABIC      records, one article each
SOCHI                            the path of the sample article
replace_fifth_by_broken(TEN)     ten records, of which the fifth has no body
"""

from base64 import b64encode
from typing import Any

from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.paths import CHECKOUT

SOCHI = CHECKOUT / "tests" / "samples" / "sochi.txt"
# Remarks that a run without the network may make on the corpus; other remarks show faults.
CORPUS_REMARKS = {"PK205", "PK207", "PK301", "PK302", "PK402", "PK405", "PK406"}
# A JPEG goes into the PDF as it is; a PNG of this size takes a print half a second to pack.
_PHOTOGRAPH = encode_picture(draw_scene(1200, 800), "JPEG", quality=85)
PICTURE = f"data:image/jpeg;base64,{b64encode(_PHOTOGRAPH).decode()}"
PLAIN = {
    "headline": "Harbour opens after forty years",
    "language": "en",
    "body": "<p>The first ship came in at dawn.</p><p>By noon there were nine of them.</p>",
}
RICH = {
    "headline": "The harbour that waited forty years for its first ship",
    "kicker": "Coast",
    "subheadline": "Nine vessels on a day, and a town that had learned to live without them",
    "authors": [{"name": "Ana Ruiz", "job_title": "Reporter"}, {"name": "Li Wei"}],
    "contributors": [{"name": "Sam Okafor", "role": "editor"}],
    "dateline": "CÁDIZ, Spain",
    "date_published": "2019-09-13T08:30:00+02:00",
    "date_modified": "2019-09-14T10:00:00+02:00",
    "section": "World",
    "tags": ["harbours", "trade"],
    "language": "en",
    "url": "https://news.example.org/2019/harbour",
    "source": {"name": "The Coast Herald", "url": "https://news.example.org/"},
    "copyright_notice": "© 2019 The Coast Herald",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "summary": "Forty years after it was dug, the harbour has ships.",
    "corrections": [{"text": "The harbour was dug in 1979, not 1978.", "date": "2019-09-14"}],
    "images": [
        {
            "src": PICTURE,
            "alt": "A quay with cranes",
            "caption": "The new quay at low water.",
            "credit": "Mia Lindqvist/Coast Pictures",
        }
    ],
    "body": (
        "<p>For forty years the harbour had <em>everything</em> but ships. It had a light, a "
        'master, and <a href="https://news.example.org/plan">a plan for growth</a>.</p>'
        "<h2>A slow beginning</h2><p>The first keel crossed the bar at dawn.</p>"
        "<ul><li>Three carried salt</li><li>Two carried oranges</li></ul>"
        "<blockquote><p>We kept the light burning, as we were asked to.</p></blockquote>"
        "<table><caption>Ships by cargo</caption>"
        "<thead><tr><th>Cargo</th><th>Ships</th></tr></thead>"
        "<tbody><tr><th>Salt</th><td>3</td></tr><tr><th>Oranges</th><td>2</td></tr></tbody></table>"
        + "<p>Nobody on the quay could say who had first thought of cutting the rock, nor why the "
        "work was done in winter; but all agreed that the water had come in by itself.</p>" * 14
    ),
}
HEBREW = {
    "headline": "הנמל נפתח אחרי ארבעים שנה",
    "language": "he",
    "authors": [{"name": "דנה לוי"}],
    "date_published": "2019-09-13",
    "source": {"name": "קול החוף"},
    "body": (
        "<p>האונייה הראשונה נכנסה עם שחר.</p>"
        "<p>עד הצהריים היו בנמל תשע אוניות, ושתיים מהן הביאו תפוזים.</p>"
    )
    * 12,
}
ARABIC = {
    "headline": "افتتاح الميناء بعد أربعين عاما",
    "language": "ar",
    "authors": [{"name": "سلمى حداد"}],
    "date_published": "2019-09-13",
    "source": {"name": "صوت الساحل"},
    "body": (
        "<p>دخلت السفينة الأولى مع الفجر.</p>"
        "<p>وعند الظهر كانت في الميناء تسع سفن، حملت اثنتان منها البرتقال.</p>"
    )
    * 14,
}
TEN = [{**PLAIN, "headline": f"Ship number {number} comes in"} for number in range(10)]
BROKEN = {"headline": "Ship number 4 is lost at sea"}


def replace_fifth_by_broken(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records with the fifth record replaced by a record that cannot be read."""
    return [*records[:4], BROKEN, *records[5:]]
