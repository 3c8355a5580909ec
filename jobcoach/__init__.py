"""jobcoach: a command-line toolkit for job coaches over plain-text case files."""

__version__ = "0.1.0"
