"""Text: functions on strings and tables that many rooms use.

characters.py       removes or replaces unprintable characters
comparing.py        compares texts without case, spaces and punctuation
direction.py        tells whether a text runs from right to left
printed_address.py  writes a web address as people write addresses
repeats.py          leaves out names and words that another text already says
shortening.py       cuts a text to as many whole words as fit
table_grid.py       finds the column of each cell of a table of any tree
"""
