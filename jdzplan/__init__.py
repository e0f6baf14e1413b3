"""Tell, from published figures, whether a public plan is being kept."""

__version__ = "0.1.0"
