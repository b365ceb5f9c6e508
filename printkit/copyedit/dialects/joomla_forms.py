"""Joomla: the table of its plug-ins → their forms."""

from collections.abc import Mapping

from printkit.copyedit.dialects import forms, linked_forms
from printkit.copyedit.dialects.forms import Form

PANELS = {"tab": ("tabs", "tab"), "slider": ("sliders", "slider"), "slide": ("slides", "slide"),
          "accordion": ("accordions", "accordion"), "toggle": ("toggles", "toggle")}  # fmt: skip
"""Names of panels, and the names that end a row of such panels."""

FORMS: Mapping[str, Form] = {
    **{name: linked_forms.embed(pattern) for name, pattern in linked_forms.PLAYERS.items()},
    **dict.fromkeys(("video", "audio", "mp3", "mp4", "flv", "pdf"), linked_forms.film),
    **dict.fromkeys(PANELS, forms.panel),
    **dict.fromkeys(("rokbox", "thumb", "image", "img"), linked_forms.figure),
    **dict.fromkeys(("modal", "popup", "link"), linked_forms.link),
    **dict.fromkeys(("tip", "tooltip", "highlight", "dropcap"), forms.line),
    **dict.fromkeys(("note", "info", "warning", "box", "alert"), forms.note),
    **dict.fromkeys(("end of panels", "source"), forms.nothing),
}
"""Names of plug-ins, and the forms of their words."""
