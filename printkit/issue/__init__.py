"""Choose the articles of a digest, and put them in order under section heads.

Readings and a `Plan` go in. An `Issue`, and an account of every record that is not in the issue,
come out.
"""
