"""The press: turn page markup into pages.

Takes `PageMarkup` and gathered pictures, gives tagged PDF `Pages`. Owns WeasyPrint and pydyf.
"""
