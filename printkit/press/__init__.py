"""Print page markup: turn HTML into tagged PDF pages.

Takes `PageMarkup` with its pictures, and a theme; gives `Pages`. Owns WeasyPrint and pydyf.

    engine    print with WeasyPrint; keep the engine of each theme for the next print
    loading   import WeasyPrint, or say which system library is missing
    fetcher   answer WeasyPrint's requests for files
    finish    tags, labels, metadata and record, just before the file is written
    tagging/  repair the structure tree that WeasyPrint makes
    anchors, faces    tell the bindery where ids and headings stand, and which fonts are used
    messages  WeasyPrint's log and faults as remarks and errors
    pending_values    let WeasyPrint tell a wrong value of a theme in each print
    theme_crashes     find the declaration of a user's theme on which WeasyPrint fails
    fonts     make the static fonts that the styles use from variable fonts
    missing_glyphs    name the characters that no font has
    startup   import WeasyPrint in half the time, for the command line
    doctor, libraries find what this machine lacks
    fingerprint       hash everything that printed pages depend on
"""
