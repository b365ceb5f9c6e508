"""Conformance: veraPDF over everything the tests print."""
