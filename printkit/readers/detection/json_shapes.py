"""Shapes of JSON: an object goes in, the format that its keys tell comes out."""

from collections.abc import Mapping

from printkit.readers.detection.formats import Family, Format

_ARTICLES, _DATA = Family.ARTICLES, Family.DATA
_NINJS = Format("an item in ninjs", _ARTICLES)
_NINJS_KEYS = frozenset(
    [
        "body_xhtml",
        "body_text",
        "body_html",
        "headlines",
        "bodies",
        "versioncreated",
        "versionCreated",
        "pubstatus",
        "pubStatus",
        "renditions",
        "associations",
        "description_text",
        "descriptions",
        "contentCreated",
    ]
)
# The keys that an object must have, all of them, and the format that has such objects.
_SHAPES = (
    ({"content_elements", "version"}, Format("a story in Arc ANS", _ARTICLES)),
    ({"headlines", "content_elements"}, Format("a story in Arc ANS", _ARTICLES)),
    ({"nbformat", "cells"}, Format("a Jupyter notebook", Family.DOCUMENT)),
    ({"openapi", "info"}, Format("a description of an interface (OpenAPI)", _DATA)),
    ({"swagger", "info"}, Format("a description of an interface (OpenAPI)", _DATA)),
    ({"$schema", "properties"}, Format("a JSON Schema", _DATA)),
    ({"name", "version", "dependencies"}, Format("a description of a program package", _DATA)),
    ({"name", "version", "scripts"}, Format("a description of a program package", _DATA)),
    ({"start_url", "icons"}, Format("a manifest of a web app", _DATA)),
)
_GHOST_KEYS = frozenset({"mobiledoc", "lexical", "comment_id", "feature_image", "uuid"})
_MAPS = frozenset({"FeatureCollection", "Feature", "GeometryCollection", "Topology"})
_NO_ARTICLES = frozenset(
    [
        "Event",
        "Product",
        "Offer",
        "Organization",
        "Person",
        "Place",
        "LocalBusiness",
        "WebSite",
        "BreadcrumbList",
        "JobPosting",
        "Comment",
        "DataCatalog",
        "Dataset",
    ]
)


def format_of_object(fields: Mapping[str, object]) -> Format | None:
    """Return the format of an object that is no record of ours; None if the format is unknown.

    Args:
        fields: the keys and values of the object, as JSON has them.
    """
    version, kind = fields.get("version"), fields.get("type")
    if isinstance(version, str) and "jsonfeed.org/version" in version:
        return Format("a feed in JSON Feed", _ARTICLES)
    if "uri" in fields and not _NINJS_KEYS.isdisjoint(fields):
        return _NINJS
    for keys, found in _SHAPES:
        if keys <= fields.keys():
            return found
    if isinstance(kind, str) and kind in _MAPS:
        return Format("a map in GeoJSON", _DATA)
    return _of_system(fields) or _of_schema(fields)


def _of_system(fields: Mapping[str, object]) -> Format | None:
    """Return the format of an export of a publishing system."""
    title = fields.get("title")
    if isinstance(title, Mapping) and "rendered" in title:
        return Format("a post of WordPress (REST)", _ARTICLES)
    if isinstance(fields.get("db"), list) or _is_of_ghost(fields):
        return Format("an export of Ghost", _ARTICLES)
    log = fields.get("log")
    if isinstance(log, Mapping) and "entries" in log:
        return Format("a record of web traffic (HAR)", _DATA)
    return None


def _is_of_ghost(fields: Mapping[str, object]) -> bool:
    """Tell whether an object with posts has the keys that Ghost gives to its answers or posts."""
    posts, meta = fields.get("posts"), fields.get("meta")
    if not isinstance(posts, list) or not isinstance(meta, Mapping):
        return False
    keys: set[object] = {key for post in posts if isinstance(post, Mapping) for key in post}
    return "pagination" in meta or not keys.isdisjoint(_GHOST_KEYS)


def _of_schema(fields: Mapping[str, object]) -> Format | None:
    """Return the type of schema.org that an object has, if things of the type are no articles."""
    kind = fields.get("@type")
    if isinstance(kind, str) and kind in _NO_ARTICLES:
        return Format(f"a thing of the schema.org type {kind}", _DATA)
    return None
