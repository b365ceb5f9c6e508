"""`printkit schema`: the fields that a record may have."""

import json

from printkit.article import Article
from tests.support.command_line import run_command


def test_the_schema_has_every_field() -> None:
    """The command prints the schema as JSON."""
    told = json.loads(run_command("schema").stdout)
    assert set(told["properties"]) == set(Article.model_fields)
