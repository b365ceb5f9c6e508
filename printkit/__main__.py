"""`python -m printkit`: the counter."""

from printkit.cli import main

main()
