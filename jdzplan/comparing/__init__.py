"""Comparing: what lies between two readings of a data repository. No file, no sentence."""
