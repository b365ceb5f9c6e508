"""`python -m printkit`: the command line."""

from printkit.cli import main

main()
