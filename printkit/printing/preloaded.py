"""Import everything that a worker needs; named as a string where worker processes are made."""

from printkit.press.startup import hasten_weasyprint

hasten_weasyprint()

from printkit.markup import article, figures  # noqa: E402, F401
from printkit.preflight import preflight  # noqa: E402, F401
from printkit.press import engine  # noqa: E402, F401
from printkit.printing import run  # noqa: E402, F401
