"""Gather the pictures of an article, or say why a picture is missing.

In: `Image` values of a record. Out: `Gathered` pictures, as RGB or grey JPEG and PNG. Owns
Pillow and requests. `network` is the only module of printkit that opens a connection.
"""
