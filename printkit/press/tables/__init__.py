"""Wide tables: a parsed page goes in, a laid out page comes out on which each table fits.

grid.py            the rows, the cells and the columns of a table element
measuring.py       the widths of a table's columns, and the room for the table, on laid out pages
strings.py         long words that are words of no language
forms.py           the choice of a form: type size, turned page, parts
parts.py           the choice of the columns of each part
repeated_cells.py  cells that are shown again on the next page
partial_tables.py  a table of some of the columns of another
setting.py         a table set in its form
samples.py         a small table with the same widths of columns as a table of many rows
sample_pages.py    a small page of such tables, to choose their forms
fitting.py         one print after the other, until each table fits
telling.py         the remarks
"""
