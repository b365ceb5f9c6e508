"""Make-up: put printed articles and the own pages of the digest in order.

Takes an issue and gives a `Book` for the bindery, in which every page number is final.
"""
