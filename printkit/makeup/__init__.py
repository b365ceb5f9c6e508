"""Make-up: put printed articles and the digest's own pages in order.

Takes the tasks of an issue and gives a `Book` for the bindery, in which every page number is final.
"""
