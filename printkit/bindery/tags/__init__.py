"""Tags of a bound file: the structure trees of all parts, merged into one tree."""
