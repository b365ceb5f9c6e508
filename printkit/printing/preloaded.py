"""What every process of a press room begins with; imported by name, where processes are made."""

from printkit.press.startup import import_weasyprint
from printkit.printing import works  # noqa: F401

import_weasyprint()
