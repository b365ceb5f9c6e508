"""Import everything that a worker process needs.

No module of printkit imports this module: worker processes get its name, and import it first.
"""

from printkit.press.startup import hasten_weasyprint

# This call makes the import of WeasyPrint quick, so the call comes before the imports below.
hasten_weasyprint()

from printkit.markup import article, figures  # noqa: E402, F401
from printkit.pipeline import batch, checking, single  # noqa: E402, F401
from printkit.preflight import preflight  # noqa: E402, F401
from printkit.press import engine  # noqa: E402, F401
from printkit.printing import brought_pages, reading, run  # noqa: E402, F401
