"""Redirects of search engines, chats and mail programs lead to the pages that readers want."""

import pytest

from printkit.text.redirects import wanted_address
from tests.support.printed_articles import print_article, read_pages

WANTED = "https://real.example/page?a=1"
QUOTED = "https%3A%2F%2Freal.example%2Fpage%3Fa%3D1"
REDIRECTS = [
    f"https://www.google.com/url?q={QUOTED}&sa=D&source=editors&ust=1",
    f"http://google.co.uk/url?sa=t&url={QUOTED}",
    f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0",
    f"https://eur03.safelinks.protection.outlook.com/?url={QUOTED}&data=05",
    f"https://t.umblr.com/redirect?z={QUOTED}&t=Nz",
    f"https://www.youtube.com/redirect?event=video&q={QUOTED}",
    f"https://vk.com/away.php?to={QUOTED}",
    f"https://link.zhihu.com/?target={QUOTED}",
    f"https://duckduckgo.com/l/?uddg={QUOTED}",
]
OTHERS = [
    "https://www.google.com/search?q=https://real.example/",
    "https://google.com.real.example/url?q=https://a.example/",
    "https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/url?q=",
    "https://example.org/url?q=https://real.example/",
    "https://[broken/url?q=https://real.example/",
    "https://www.google.com/url?" + "&".join(f"a{n}=1" for n in range(100)),
    "mailto:a@example.org?q=https://real.example/",
    "https://www.google.com/url?q=https://" + "a" * 200_000,
]


@pytest.mark.parametrize("address", REDIRECTS)
def test_a_redirect_leads_to_the_wanted_page(address: str) -> None:
    """The wanted address stands in one parameter of the redirect."""
    assert wanted_address(address) == WANTED


@pytest.mark.parametrize("address", OTHERS, ids=range(len(OTHERS)))
def test_any_other_address_stays(address: str) -> None:
    """A parameter of another site, and an address that is no web address, mean nothing."""
    assert wanted_address(address) == address


def test_the_note_of_a_link_has_the_wanted_address() -> None:
    """The comparison with the record finds nothing lost."""
    body = f"<p>Read <a href='{REDIRECTS[0]}'>the page</a>.</p>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    words = "".join(read_pages(result.pdf))
    assert "real.example/page?a=1" in words
    assert "google" not in words
    assert result.remarks == ()
