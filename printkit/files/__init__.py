"""Files: paths go in, bytes come out, or the other way round.

cache.py       what was printed before, kept by what it is made of
opening.py     somebody's file read, or refused for one clear reason
publishing.py  a finished file put in its place whole or not at all
"""
