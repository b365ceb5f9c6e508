"""Persons, roles and places of schema.org get their names."""

from typing import Any

import pytest

from printkit.readers.named_objects import with_name
from printkit.readers.record import article_from


def read(**fields: Any) -> dict[str, Any]:
    """Return the fields of the article of a record."""
    return article_from({"headline": "A", "articleBody": "B", **fields}, "a")[0].to_record()


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, "Ann Lee"),
        ({"@type": "Person", "givenName": "Ann", "additionalName": "B.", "familyName": "Lee"},
         "Ann B. Lee"),
        ({"first_name": "Ann", "last_name": "Lee"}, "Ann Lee"),
        ({"familyName": "王", "givenName": "小明"}, "王小明"),
        ({"familyName": "김", "givenName": "민준"}, "김민준"),
        ({"familyName": "Lee"}, "Lee"),
        ({"name": "", "displayName": "Ann Lee"}, "Ann Lee"),
        ({"@type": "Organization", "legalName": "The Quay Ltd"}, "The Quay Ltd"),
        ({"@type": "Role", "roleName": "editor", "author": {"name": "Ann Lee"}}, "Ann Lee"),
        ({"@type": "Role", "author": [{"givenName": ["Ann"], "familyName": "Lee"}]}, "Ann Lee"),
        ({"@type": "Role", "author": "Ann Lee"}, "Ann Lee"),
        ({"name": "Ann Lee", "givenName": "A.", "familyName": "L."}, "Ann Lee"),
    ],
    ids=str,
)  # fmt: skip
def test_a_person_gets_the_name_that_its_parts_give(person: dict[str, Any], name: str) -> None:
    """The script gives the order of the parts; a person stands alone or in a list."""
    assert [one["name"] for one in read(author=person)["authors"]] == [name]
    assert [one["name"] for one in read(author=["Bo Ray", person])["authors"]] == ["Bo Ray", name]


def test_a_role_is_the_role_of_its_person() -> None:
    """A photographer stays a photographer."""
    role = {"@type": "Role", "roleName": "Photographer", "contributor": {"name": "Pat"}}
    assert read(contributor=[role])["contributors"] == [{"name": "Pat", "role": "Photographer"}]


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ({"address": {"addressLocality": "Quimper", "addressCountry": "France"}},
         {"name": "Quimper", "country": "France"}),
        ({"name": "Quay", "address": [{"@type": "PostalAddress", "addressRegion": "Finistère"}]},
         {"name": "Quay", "region": "Finistère"}),
        ({"address": "Quimper, France"}, {"name": "Quimper, France"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_place_gets_the_names_of_its_address(
    place: dict[str, Any], wanted: dict[str, str]
) -> None:
    """The names are town, region and country."""
    assert read(locationCreated={"@type": "Place", **place})["location"] == wanted


def test_an_author_who_is_told_elsewhere_costs_nothing_alone() -> None:
    """A list of authors behaves the same way."""
    assert "authors" not in read(author={"@id": "#ann"})


def test_roles_within_roles_end() -> None:
    """A program may nest roles without end."""
    nested: dict[str, Any] = {"name": "Ann"}
    for _ in range(50):
        nested = {"author": nested}
    assert with_name(nested)["author"]
