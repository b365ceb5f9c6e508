"""Merge the structure trees of all parts into the one tree of the bound file."""
