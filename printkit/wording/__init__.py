"""Wording: the lines that printkit itself writes, in the language of the article.

Takes an article or a picture, gives bylines, dates, credits and source lines. Owns Babel.
"""
