"""Import WeasyPrint once for the whole press, or say which system library is missing.

Every other module of the press takes WeasyPrint from here, so that one place reports a missing
library.
"""

import io
from contextlib import redirect_stdout

from printkit.press.doctor import missing_library

__all__ = ["weasyprint"]

try:
    # Where a system library is missing, WeasyPrint (text/ffi.py) prints a page of advice on stdout
    # before it raises.
    with redirect_stdout(io.StringIO()):
        import weasyprint
except OSError as error:
    raise missing_library(error) from error
