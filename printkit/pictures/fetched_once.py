"""Fetched once: a fetching function goes in; a function that asks each address once comes out."""

from printkit.edition.choices import Fetch


def fetch_once(fetch: Fetch) -> Fetch:
    """Return a function that fetches as the given function, and keeps each answer and each error.

    A second answer could differ from the first: then the printed picture would differ from the
    picture that was compared, and of which the key in the cache was made.
    """
    answers: dict[str, bytes | None] = {}
    errors: dict[str, OSError] = {}

    def fetch_or_remember(url: str) -> bytes | None:
        if url in errors:
            raise errors[url]
        if url not in answers:
            try:
                answers[url] = fetch(url)
            except OSError as error:
                errors[url] = error
                raise
        return answers[url]

    return fetch_or_remember
