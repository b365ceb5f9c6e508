"""What every process of a press room begins with; imported by name, where processes are made."""

from printkit import markup, plates, preflight, prepress, works  # noqa: F401
from printkit.quickstart import import_weasyprint

import_weasyprint()
