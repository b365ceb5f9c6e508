"""Text: functions on strings that many rooms use.

characters.py       unprintable characters taken out or replaced
comparing.py        texts alike but for case, spaces and punctuation
direction.py        the direction in which a text runs
printed_address.py  an address as people write addresses
repeats.py          names and words that say nothing new
shortening.py       as many whole words as fit
"""
