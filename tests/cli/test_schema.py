"""`printkit schema`: what a record may say."""

import json

from printkit.article import Article
from tests.support.command_line import run_command


def test_the_schema_has_every_field() -> None:
    """As JSON."""
    told = json.loads(run_command("schema").stdout)
    assert set(told["properties"]) == set(Article.model_fields)
