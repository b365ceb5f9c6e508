"""Suffixes: the name of a file goes in, the format that the suffix tells comes out.

Plain text and Markdown have no certain mark, so the suffix of such a file counts.
"""

from pathlib import PurePath

from printkit.readers.detection.formats import Family, Format

_DATA = Family.DATA
_CODE = Format("source code of a program", _DATA)
_XML = Format("an XML file", _DATA)
_FORMATS = (
    (Format("an HTML page", Family.PAGE), "html htm xhtml shtml php asp aspx jsp"),
    (Format("a web page in MHTML", Family.PAGE), "mhtml mht"),
    (Format("a mail", Family.MAIL), "eml emlx msg"),
    (Format("a mailbox (mbox)", Family.MAIL), "mbox"),
    (Format("a text in reStructuredText", Family.DOCUMENT), "rst rest"),
    (Format("a text in AsciiDoc", Family.DOCUMENT), "adoc asciidoc"),
    (Format("a document in TeX", Family.DOCUMENT), "tex latex ltx sty cls"),
    (Format("a feed or another XML file", Family.ARTICLES), "rss atom opml"),
    (_XML, "xml xsl xslt xsd svg kml gpx plist webloc wsdl rdf"),
    (Format("a table in CSV", _DATA), "csv"),
    (Format("a table of values between tabs (TSV)", _DATA), "tsv tab"),
    (Format("a YAML file", _DATA), "yaml yml"),
    (Format("a file of settings (INI or TOML)", _DATA), "toml ini cfg conf env properties"),
    (Format("a log", _DATA), "log"),
    (Format("a calendar (iCalendar)", _DATA), "ics ical"),
    (Format("an address card (vCard)", _DATA), "vcf vcard"),
    (Format("subtitles", _DATA), "srt vtt ass ssa sub"),
    (Format("a patch", _DATA), "diff patch"),
    (Format("statements of SQL", _DATA), "sql"),
    (Format("a style sheet (CSS)", _DATA), "css scss sass less"),
    (_CODE, "py pyi rb pl pm js mjs cjs jsx ts tsx c h cc cpp cxx hpp hh cs java kt kts go rs"),
    (_CODE, "swift m mm scala lua r jl hs lhs ml mli ex exs erl clj lisp el scm vb vbs bas pas"),
    (_CODE, "f90 f asm s sh bash zsh fish bat cmd ps1 awk sed tcl dart vue svelte cmake gradle"),
)
_BY_SUFFIX = {f".{one}": found for found, names in _FORMATS for one in names.split()}


def format_of_suffix(name: str) -> Format | None:
    """Return the format that the suffix of a file's name tells; None if printkit reads such files.

    Args:
        name: the name or the path of the file, or a name in messages such as `record 1`.
    """
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())
