"""Fonts of a bound file: one subset for each face, made of the glyphs that all pages use."""
