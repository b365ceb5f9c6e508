"""Controls of players go with a remark; the film, its title and its caption stay."""

import pytest

from tests.support.printed_articles import print_article, read_pages

FILM = "<video src='https://example.org/mill.mp4'></video>"
PLAYERS = {
    "Ghost": (
        "<div class='kg-card kg-audio-card'><div class='kg-audio-player-container'><audio src="
        "'https://example.org/mill.mp3'></audio><div class='kg-audio-title'>The wheel</div><div "
        "class='kg-audio-player'><span class='kg-audio-current-time'>0:00</span><div>/<span>182.6"
        "</span></div><button>1×</button></div></div></div>"
    ),
    "MediaElement": (
        "<span class='mejs-offscreen'>Video Player</span><div class='mejs-container'><div class="
        f"'mejs-inner'><div class='mejs-mediaelement'>{FILM}</div><div class='mejs-controls'><div "
        "class='mejs-time'><span>00:00</span></div><span class='mejs-offscreen'>Use Up/Down Arrow "
        "keys to increase or decrease volume.</span></div></div></div><p>The wheel</p>"
    ),
    "Video.js": (
        f"<div class='video-js'>{FILM}<div class='vjs-control-bar'><div class='vjs-remaining-time'>"
        "Remaining Time -0:00</div><div>Playback Rate</div></div><div class='vjs-modal-dialog'>"
        "<p class='vjs-modal-dialog-description'>This is a modal window.</p></div></div>"
        "<p>The wheel</p>"
    ),
}


@pytest.mark.parametrize("player", PLAYERS.values(), ids=PLAYERS)
def test_controls_of_a_player_are_told_and_not_printed(player: str) -> None:
    """The address of the film is printed."""
    record = {"headline": "H", "language": "en", "body": f"<p>Before.</p>{player}<p>After.</p>"}
    result = print_article(record)
    words = " ".join("".join(read_pages(result.pdf)).split())
    assert "The wheel" in words
    assert "example.org/mill.mp" in words
    assert "After." in words
    for control in ("0:00", "182.6", "volume", "Playback", "modal"):
        assert control not in words
    (removed,) = [one for one in result.remarks if one.code == "PK301"]
    assert "player control" in str(removed)
    assert {one.code for one in result.remarks} == {"PK301"}


def test_an_element_around_a_film_stays() -> None:
    """Some sites give the class of the controls to the element around the whole player."""
    body = f"<p>Before.</p><div class='mejs-layers'>{FILM}<p>The wheel</p></div>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    words = "".join(read_pages(result.pdf))
    assert "The wheel" in words
    assert "example.org/mill.mp4" in words


def test_a_headline_in_an_element_with_a_class_of_a_player_stays() -> None:
    """A front page may call its first article `fp-header`."""
    body = "<div class='fp-header'><h2>The mill</h2><p>Its wheel turns.</p></div><p>After.</p>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert "The mill Its wheel turns." in " ".join("".join(read_pages(result.pdf)).split())
    assert result.remarks == ()
