"""Player controls: a body goes in, and comes out without the buttons and clocks of players.

A saved page has what a player of films or sounds drew around the film: “00:00”, “Playback Rate”,
“Use Up/Down Arrow keys to increase or decrease volume”. The film itself and its title stay.
"""

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names

_CONTROLS = names(
    """mejs-controls mejs-offscreen mejs-layers mejs-overlay mejs__controls mejs__offscreen
    mejs__layers vjs-control-bar vjs-modal-dialog vjs-text-track-settings vjs-loading-spinner
    vjs-big-play-button vjs-text-track-display plyr__controls plyr__control jw-controls
    jw-controlbar jw-settings-menu kg-audio-player kg-video-player kg-video-overlay
    kg-audio-thumbnail-placeholder fp-controls fp-header shaka-controls-container
    ytp-chrome-top ytp-chrome-bottom ytp-chrome-controls bmpui-ui-controlbar brightcove-controls
    audioplayer-controls audio-player__controls video-player__controls"""
)
"""Classes of the elements that MediaElement, Video.js, Plyr, JW Player, Ghost and others draw."""
_NO_CONTROL = names("video audio x-iframe img figcaption blockquote") | HEADINGS


def remove_player_controls(root: Node, removals: Removals) -> None:
    """Remove the controls of players.

    Args:
        root: the body; changed in place.
        removals: gets the words of the controls.
    """
    taken: set[Node] = set()
    for element in tree.each(root):
        is_control = not _CONTROLS.isdisjoint(tree.classes(element)) and not _holds_more(element)
        if is_control and taken.isdisjoint(tree.ancestors(element)):
            taken.add(element)
            removals.take(element, "player control")


def _holds_more(element: Node) -> bool:
    """Tell whether an element holds a film, or words of an article: other sites use its class."""
    return any(True for _ in element.iter(*_NO_CONTROL))
