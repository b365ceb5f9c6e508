"""Choose the articles of a digest, and put them in order under section heads.

In: records that were read, and a `Plan`. Out: an `Issue`, and an account of every record that is
not in it.
"""
