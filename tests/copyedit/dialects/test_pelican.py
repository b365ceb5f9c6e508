"""Pelican: addresses with the folder of the site, marks of contents and of languages."""

import pytest

from tests.support.dialect_bodies import read_dialect


def test_addresses_are_completed() -> None:
    """A file of the site has its path; a page of the site keeps its words."""
    found = read_dialect(
        "Words.\n\n![x]({static}/images/x.jpg)\n\n![y](|static|/y.jpg)\n\n![z]({attach}z.jpg)\n\n"
        "![v](|filename|/v.jpg)\n\n[tag]({tag}rye)\n\n"
        '<img src="{static}/w.jpg">\n\n[other]({filename}/other.md)'
    )
    assert [one[0] for one in found.pictures] == [
        "/images/x.jpg",
        "/y.jpg",
        "z.jpg",
        "/v.jpg",
        "/w.jpg",
    ]
    assert found.removed["PK302"] == ["rye", "/other.md"]


@pytest.mark.parametrize("mark", ["[TOC]", "[[toc]]", "[[_TOC_]]", "${toc}", "[[toc levels=2]]"])
def test_the_place_of_the_contents_is_left_out(mark: str) -> None:
    """A site puts a list of headings in the place of the mark."""
    assert read_dialect(f"{mark}\n\n## A\n\nWords.").html == "<h2>A</h2><p>Words.</p>"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("    :::python\n    print(1)", "print(1)"),
        ("```\n#!python\nprint(1)\n```", "print(1)"),
        ("    :::text hl_lines=2\n    print(1)", "print(1)"),
        ("```\n#!/bin/sh\necho\n```", "#!/bin/sh\necho"),
        ("```python\n:::python\n```", ":::python"),
    ],
)
def test_the_name_of_a_language_is_no_code(written: str, code: str) -> None:
    """The line with the name goes; the first line of a script is code."""
    assert (
        read_dialect(f"Words.\n\n{written}").html == f"<p>Words.</p><pre><code>{code}</code></pre>"
    )
