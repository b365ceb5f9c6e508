"""Bind printed parts into one tagged, linked, small PDF; owns pikepdf.

In: a `Book`, whose parts come from the press as one PDF each. Out: the bytes of one PDF.

The bindery puts the pages of all parts in order and their structure trees under one root,
embeds each face once, stores each picture once, stamps running heads and folios over the pages, and
sets the destinations of links from one part of the book to another.
"""
