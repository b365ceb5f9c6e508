"""Preflight: compare a finished PDF with the article, and find faults that a reader would see.

Takes PDF bytes and the texts that must be on paper, gives remarks. Owns pypdfium2.
"""
