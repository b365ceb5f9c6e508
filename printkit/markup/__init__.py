"""Markup: turn an article and an edition into the HTML of a page.

Takes frozen values, gives `PageMarkup`. Owns Jinja2 and MarkupSafe.
"""
