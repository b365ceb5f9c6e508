"""Files: the cache, and finished files put in their place whole or not at all."""
