"""The schema of a record."""

import json
from typing import Any

from printkit.article import Article, schema


def test_the_schema_names_every_field() -> None:
    """The schema can be written as JSON, and requires the headline."""
    told = json.loads(json.dumps(schema()))
    assert set(told["properties"]) == set(Article.model_fields)
    assert told["required"] == ["headline"]


def test_the_schema_tells_what_may_be_given() -> None:
    """Unknown keys, one value for many, a bare name and a number as id are allowed."""
    told: dict[str, Any] = schema()
    assert told["additionalProperties"] is True
    authors = told["properties"]["authors"]["anyOf"]
    assert [one.get("type", "ref") for one in authors] == ["array", "ref", "string"]
    assert [one["type"] for one in told["$defs"]["Person"]["anyOf"]] == ["object", "string"]
    assert {"type": "integer"} in told["properties"]["id"]["anyOf"]
