"""Printing: run the press many times, in workers, and keep what was printed.

Takes tasks and page markup, gives `Pages`. Owns pebble.
"""
