"""Section pages: a file that only lists the pages of a section is no article, and no failure."""

from pathlib import Path

import pytest

import printkit
from printkit.pipeline.batch import export_many
from printkit.pipeline.checking import check
from tests.support.command_line import run_command

ARTICLE = "---\ntitle: The ferry\nlang: en\n---\nIt sails on Monday.\n"
PAGES = {
    "_index.md": "---\ntitle: News\n---\n",
    "de/_index.de.md": '+++\ntitle = "Nachrichten"\n+++\n\n<!-- Liste -->\n',
    "tags/_index.md": "---\ntitle: Tags\n---\n{{< list-pages >}}\n",
    "blog/_index.markdown": "---\ntitle: Blog\ncascade:\n  type: post\n---\n\n<!--more-->\n",
    "index.md": "---\nlayout: home\n---\n",
    "archives.md": "---\ntitle: Archive\nlayout: archives\n---\n",
}


def _write(folder: Path) -> Path:
    for name, text in {**PAGES, "ferry.md": ARTICLE}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_pages_of_sections_in_a_folder_are_skipped(tmp_path: Path) -> None:
    """Each page has an account of its own, with the reason."""
    folder = _write(tmp_path / "site")
    for accounts in (list(export_many(folder, tmp_path / "out")), list(check(folder))):
        skipped = [one for one in accounts if one.status == "skipped"]
        assert {Path(one.record).relative_to(folder).as_posix() for one in skipped} == {*PAGES}
        assert {one.remarks[0].code for one in skipped} == {"PK209"}
        assert [one.status for one in accounts if one not in skipped] == ["ok"]


def test_a_digest_of_a_folder_has_no_stub_for_them(tmp_path: Path) -> None:
    """The digest has one article, and no failure."""
    made = printkit.digest(_write(tmp_path / "site"), title="Week", cache=False)
    assert sorted(one.status for one in made.accounts) == ["ok", *["skipped"] * len(PAGES)]


def test_a_run_over_a_folder_ends_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code is 0, and each page is named."""
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / "site")
    ended = run_command("export", "site", "-d", "out")
    assert ended.exit_code == 0
    assert ended.stderr.count("PK209") == len(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_named_page_without_text_is_one_error(name: str, tmp_path: Path) -> None:
    """The user asked for this very file."""
    path = _write(tmp_path / "site") / name
    (account,) = export_many(path, tmp_path / "out")
    assert account.status == "failed"
    assert "nothing" in str(account.error) or "missing" in str(account.error)


def test_a_page_of_a_section_with_words_or_a_picture_is_an_article(tmp_path: Path) -> None:
    """The words of a shortcode are words of the page."""
    texts = (
        "---\ntitle: News\n---\nAll about ferries.\n",
        "---\ntitle: News\n---\n{{< notice >}}All about ferries.{{< /notice >}}\n",
        "---\ntitle: News\nlayout: list\n---\nAll about ferries.\n",
        '---\ntitle: News\n---\n{{< figure src="ferry.jpg" alt="A ferry" >}}\n',
    )
    for number, text in enumerate(texts):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / "_index.md").write_text(text)
        (account,) = check(tmp_path / f"{number}")
        assert account.status == "ok"


def test_an_article_without_text_stays_a_failure(tmp_path: Path) -> None:
    """Only pages of sections are known to be empty on purpose."""
    (tmp_path / "ferry.md").write_text("---\ntitle: The ferry\n---\n")
    (account,) = check(tmp_path)
    assert account.status == "failed"
