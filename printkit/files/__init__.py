"""Read files that somebody names, write finished files, and keep a cache on disk.

cache       keeps bytes on disk, under a key made of everything that the bytes depend on
opening     reads a user's file, or says why the file cannot be read
publishing  writes a finished file whole or not at all
"""
