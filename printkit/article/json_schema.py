"""JSON Schema: the article's fields go in, the schema of a record comes out."""

from printkit.article.article import Article

_BARE_TEXT = {"type": "string"}


def schema() -> dict[str, object]:
    """Return the JSON Schema of a record as it may be given.

    A single value may stand for a list, and a bare text for an object. The schema allows unknown
    keys, because they are kept in `extra`. The schema does not list aliases.
    """
    record = Article.model_json_schema()
    values: dict[str, dict[str, object]] = record["$defs"]
    for value in (record, *values.values()):
        value["additionalProperties"] = True
        for name, about in value["properties"].items():
            if about.get("type") == "array":
                many = {key: about.pop(key) for key in ("type", "items")}
                value["properties"][name] = {**about, "anyOf": [many, many["items"], _BARE_TEXT]}
    record["$defs"] = {name: {"anyOf": [value, _BARE_TEXT]} for name, value in values.items()}
    return record
