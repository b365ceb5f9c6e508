"""The folders of printkit's own templates and styles, in a wheel as in a checkout."""

from pathlib import Path

# A wheel carries the folders inside the package; a checkout keeps them beside it.
_package = Path(__file__).resolve().parents[1]
_home = _package if (_package / "templates").is_dir() else _package.parent
TEMPLATES = _home / "templates"
STYLES = _home / "styles"
