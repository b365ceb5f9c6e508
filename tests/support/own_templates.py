"""Templates of a user's own, written to a folder outside printkit."""

from pathlib import Path


def write_templates(folder: Path, **texts: str) -> str:
    """Write templates; return the path of their folder.

    Args:
        folder: the folder in which a new folder `templates` is made.
        texts: the text of each template; `parts__notes` means parts/notes.html.
    """
    home = folder / "templates"
    for name, text in texts.items():
        path = home / f"{name.replace('__', '/').replace('_', '-')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(home)
