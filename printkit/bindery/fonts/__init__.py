"""Embed fonts in the bound file: one subset for each face, with the glyphs that all pages use."""
