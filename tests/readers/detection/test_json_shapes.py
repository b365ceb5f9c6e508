"""Objects of JSON are named by their keys."""

import pytest

from printkit.readers.detection.json_shapes import format_of_object


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"version": "https://jsonfeed.org/version/1", "items": []}, "a feed in JSON Feed"),
        ({"uri": "a", "headline": "A", "body_xhtml": "B"}, "an item in ninjs"),
        ({"uri": "a", "headlines": [], "bodies": []}, "an item in ninjs"),
        ({"headlines": {}, "content_elements": []}, "a story in Arc ANS"),
        ({"title": {"rendered": "A"}}, "a post of WordPress (REST)"),
        ({"db": [{}]}, "an export of Ghost"),
        ({"posts": [], "meta": {"pagination": {}}}, "an export of Ghost"),
        ({"posts": [{"lexical": "A"}], "meta": {}}, "an export of Ghost"),
        ({"type": "Feature"}, "a map in GeoJSON"),
        ({"log": {"entries": []}}, "a record of web traffic (HAR)"),
        ({"@type": "Event", "name": "A"}, "a thing of the schema.org type Event"),
    ],
)
def test_an_object_is_named(fields: dict[str, object], name: str) -> None:
    """Few keys are enough."""
    found = format_of_object(fields)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"headline": "A", "body": "B", "version": 2, "type": "text", "uri": "a"},
        {"posts": [{"headline": "A", "body": "B"}], "meta": {}},
        {"title": "A", "posts": [], "log": "C", "db": None, "@type": ["NewsArticle"]},
    ],
)
def test_a_record_has_no_such_shape(fields: dict[str, object]) -> None:
    """A record of ours may share some keys with other formats."""
    assert format_of_object(fields) is None
