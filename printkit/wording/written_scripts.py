"""Scripts of a language: takes a tag and a script, gives the tag with this script."""

from functools import lru_cache

from babel.core import get_global

from printkit.wording.language import UNKNOWN, subtags

# Scripts of languages that CLDR leaves out.
_ALSO_WRITTEN_IN = {
    "Arab": "be bm bs crh ff id jv mnk so sq sw tk tr tt wo yo zgh",
    "Hebr": "lad",
    "Latn": "ber ckb jrb kab kk lad ps ug ur yi",
    "Nkoo": "bm dyu man mnk",
    "Adlm": "ff",
    "Rohg": "rhg",
    "Syrc": "aii arc syr tru",
}


def in_script(tag: str, script: str) -> str:
    """Return a canonical tag with a script in which its language is also written.

    Kurdish is written in Latin and in Arabic letters: `ku` becomes `ku-Arab`. A tag that names a
    script stays as it is, and so does a language that is not written in this script.
    """
    language, likely, region = subtags(tag)
    names_script = f"-{likely}-" in f"{tag}-"
    if (
        language == UNKNOWN
        or names_script
        or script in ("", likely)
        or script not in _scripts_of(language)
    ):
        return tag
    return "-".join(filter(None, (language, script, region)))


@lru_cache(maxsize=64)
def _scripts_of(language: str) -> frozenset[str]:
    """Return the scripts that CLDR knows of a language, and those of its older books."""
    known = {
        found.split("_")[1]
        for key, found in get_global("likely_subtags").items()
        if key.split("_")[0] == language
    }
    also = {script for script, tags in _ALSO_WRITTEN_IN.items() if language in tags.split()}
    return frozenset(known | also)
