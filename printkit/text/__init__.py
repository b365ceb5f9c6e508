"""Text: what many rooms ask of words, whatever article or file the words are from.

characters.py       unprintable characters taken out or replaced
comparing.py        texts alike but for case, spaces and punctuation
direction.py        which way a text runs
printed_address.py  an address as people write it
repeats.py          names and words that say nothing new
shortening.py       as many whole words as fit
"""
