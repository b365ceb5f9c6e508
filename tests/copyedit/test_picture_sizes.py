"""Addresses of one picture in several sizes, and addresses of different pictures."""

import pytest

from printkit.copyedit.picture_sizes import larger, split_size
from tests.support.time_limits import ends_soon

BLOGGER = "https://1.bp.blogspot.com/-ab/Xy/AAA/c"
GOOGLE = "https://lh3.googleusercontent.com/abcDEF"
CLOUD = "https://res.cloudinary.com/x/image/upload"
SUBSTACK = "https://substackcdn.com/image/fetch"
WIKI = "https://upload.wikimedia.org/wikipedia/commons"
SIGNED = "0123456789abcdef0123456789abcdef"

ONE_PICTURE = [
    ["a.jpg", "a.jpg?w=300", "a.jpg?width=300&height=200&auto=format,compress&dpr=2"],
    ["a.jpg", "a.jpg?resize=300%2C200", "a.jpg?fit=300,200&crop=top", "a.jpg?size=300x200"],
    ["a.jpg", "a.jpg?quality=80&strip=all&ssl=1", f"a.jpg?w=300&s={SIGNED}", "a.jpg?format=1500w"],
    ["a.jpg", "a-300x200.jpg", "a-150x150@2x.jpg", "a@2x.jpg", "a-scaled.jpg", "a_600x.jpg"],
    ["a.jpg", "a-800w.jpg", "a_hu1234567890abcdef_2345_300x200_resize_q75_box.jpg"],
    ["http://e.org/a.jpg", "https://www.e.org/a.jpg?w=9", "https://i0.wp.com/e.org/a.jpg?w=300"],
    ["https://e.org/a.jpg", "https://e.org/_next/image?url=%2Fa.jpg&w=640&q=75"],
    ["https://e.org/a.jpg", "https://e.org/cdn-cgi/image/width=300,quality=75/a.jpg"],
    [f"{BLOGGER}/s320/b.jpg", f"{BLOGGER}/w640-h480-p-k-no-nu/b.jpg", f"{BLOGGER}/s72-c/b.jpg"],
    [f"{BLOGGER}/s1600/b.jpg", f"{BLOGGER.replace('//1.', '//3.')}/s1600-h/b.jpg"],
    [GOOGLE, f"{GOOGLE}=s1600", f"{GOOGLE}=w400-h300-no"],
    [f"{CLOUD}/v1/a.jpg", f"{CLOUD}/w_300,h_200,c_fill/v1/a.jpg"],
    [f"{CLOUD}/v1/a.jpg", f"{CLOUD}/c_fill,w_9/f_auto/v1/a.jpg"],
    [f"{SUBSTACK}/w_1456,c_limit,q_auto:good/x.jpeg", f"{SUBSTACK}/$s_!JjZ9!,w_424,c_limit/x.jpeg"],
    [
        "https://i.e.org/AfrOrF3gWeDA6VOlDG4TzxMv39O7MXnF/rs:fill:300:400:0/g:sm/plain/a.jpg",
        "https://i.e.org/insecure/resize:fit:900:900/q:80/plain/a.jpg",
    ],
    ["/unsafe/300x200/smart/e.org/a.jpg", "/unsafe/fit-in/900x600/filters:quality(80)/e.org/a.jpg"],
    [f"{WIKI}/1/1a/Boat.jpg", f"{WIKI}/thumb/1/1a/Boat.jpg/300px-Boat.jpg"],
    ["/content/images/2024/a.jpg", "/content/images/size/w600/format/webp/2024/a.jpg"],
    ["/files/2024-01/a.jpg", "/files/styles/large/public/2024-01/a.jpg?itok=abcdEF12"],
    ["/media/abc~mv2.jpg", "/media/abc~mv2.jpg/v1/fill/w_600,h_400,al_c,q_80/boat.jpg"],
    ["/news/480/cpsprodpb/12/a.jpg", "/news/976/cpsprodpb/12/a.jpg"],
    ["/media/X?format=jpg&name=large", "/media/X?format=jpg&name=small"],
    ["image.php?id=1", "image.php?id=1&w=300", "image.php?h=900&id=1"],
    ["/K%C3%B6ln.jpg", "/Köln.jpg"],
]  # fmt: skip

TWO_PICTURES = [
    ("image.php?id=1", "image.php?id=2"),
    ("https://cms.example/?id=1", "https://cms.example/?id=2"),
    ("image.php?q=dome", "image.php?q=quay"),
    ("image.php?h=1", "image.php?h=2"),
    ("gallery?s=12", "gallery?s=13"),
    ("chart.php?mode=bars", "chart.php?mode=lines"),
    ("map.php?crop=wheat", "map.php?crop=barley"),
    ("thumb.php?src=a.jpg&w=300", "thumb.php?src=b.jpg&w=300"),
    ("a.jpg?v=1", "a.jpg?v=2"),
    ("/cars/s320/a.jpg", "/cars/s500/a.jpg"),
    ("/4x4/a.jpg", "/6x6/a.jpg"),
    ("/photo/w_2/a.jpg", "/photo/w_3/a.jpg"),
    ("/2023/a.jpg", "/2024/a.jpg"),
    ("chart-2010.png", "chart-2020.png"),
    ("300x200.jpg", "900x600.jpg"),
    ("s320.jpg", "s500.jpg"),
    ("https://a.org/x/a.jpg", "https://b.org/x/a.jpg"),
    (f"{GOOGLE}=s100", f"{GOOGLE}g=s100"),
    ("data:image/png;base64,AA", "data:image/png;base64,AB"),
    ("https://[broken/a.jpg", "https://[broken/b.jpg"),
]


@pytest.mark.parametrize("addresses", ONE_PICTURE)
def test_sizes_of_one_picture_have_one_rest(addresses: list[str]) -> None:
    """Sites and image servers write a size in many ways."""
    assert len({split_size(one).rest for one in addresses}) == 1


@pytest.mark.parametrize(("one", "other"), TWO_PICTURES)
def test_all_else_tells_pictures_apart(one: str, other: str) -> None:
    """A03: a query tells pictures apart, and a number that only looks like a size."""
    assert split_size(one).rest != split_size(other).rest


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("a.jpg?w=300", "a.jpg?w=900"),
        ("a-300x200.jpg", "a.jpg"),
        ("a.jpg", "a@2x.jpg"),
        ("a-300x200.jpg", "a-300x200@2x.jpg"),
        (f"{BLOGGER}/s320/b.jpg", f"{BLOGGER}/s1600/b.jpg"),
        (f"{GOOGLE}=s1600", f"{GOOGLE}=s0"),
        (f"{CLOUD}/w_300,h_900/a.jpg", f"{CLOUD}/w_1200/a.jpg"),
        ("/plain/rs:fit:300:0/a.jpg", "/plain/rs:fit:1200:0/a.jpg"),
        ("/media/X?name=small", "/media/X?name=orig"),
        (f"{WIKI}/thumb/1/1a/B.jpg/300px-B.jpg", f"{WIKI}/1/1a/B.jpg"),
    ],
)
def test_the_larger_size_is_known(small: str, large: str) -> None:
    """An address without a size has the picture as large as it was made."""
    assert larger(small, large) == larger(large, small) == large


def test_of_equal_sizes_the_first_counts() -> None:
    """One address may come with http and with https."""
    assert larger("http://e.org/a.jpg", "https://e.org/a.jpg") == "http://e.org/a.jpg"


@pytest.mark.parametrize(
    "part", ["-1x1", "w=1&", "w_1,", "/12x12", "/fit/22", "/v1/fill/w_1", "a:b", "=s1-", "_hu_0"]
)
@pytest.mark.parametrize("count", [700, 250_000])
def test_an_endless_address_is_read_at_once(part: str, count: int) -> None:
    """A hostile record may have an address of a megabyte."""
    with ends_soon():
        for before in ("a", "https://lh3.googleusercontent.com/", "a.jpg?"):
            split_size(before + part * count + ".jpg")
