"""Text: small questions about words that many rooms ask."""
