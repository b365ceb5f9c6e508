"""The issue: choose the articles of a digest, and put them in order.

Takes records that were read and a `Plan`, gives an `Issue`.
"""
