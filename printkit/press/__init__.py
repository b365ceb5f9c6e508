"""Print page markup: turn HTML into tagged PDF pages.

Takes `PageMarkup`, a theme and gathered pictures; gives `Pages`. Owns WeasyPrint and pydyf.

    engine    print with WeasyPrint; one engine a theme is kept warm
    loading   import WeasyPrint, or say which system library is missing
    fetcher   answer WeasyPrint's requests for files
    finish    tags, labels, metadata and record, just before the file is written
    tagging/  repair the structure tree that WeasyPrint makes
    anchors, faces    what the bindery must know of printed pages
    messages  WeasyPrint's log and faults as remarks and errors
    fonts     cut the faces that the styles use from variable fonts
    missing_glyphs    name the characters that no font has
    startup   import WeasyPrint in half the time, for the command line
    doctor, libraries what this machine lacks
    fingerprint       all that printed pages depend on, as one hash
"""
