"""The examples of a README: its blocks of code, by language.

read_blocks(path, "css")     the text of each block of that language, in order
"""

import re
from pathlib import Path


def read_blocks(path: Path, language: str) -> list[str]:
    """Return the blocks of code of one language."""
    text = path.read_text(encoding="utf-8")
    return [str(one) for one in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)]
