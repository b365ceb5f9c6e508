"""The pipeline: calls the steps in their order, for one article, for many, and for a digest.

    record → article → page markup → pages → bound PDF → file

Takes records and choices, gives files and accounts. Workers read and print the records.

    single      one article to one file
    batch       many articles, each to a file of its own
    digest      many articles, bound into one file
    checking    read and edit the articles, and print nothing
    preloaded   imports everything that a worker needs
"""
