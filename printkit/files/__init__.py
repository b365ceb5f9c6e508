"""Read files that somebody names, write finished files, and keep a cache on disk.

cache       what was printed before, under a key made of everything it depends on
opening     reads somebody's file, or refuses it for one clear reason
publishing  writes a finished file whole or not at all
"""
