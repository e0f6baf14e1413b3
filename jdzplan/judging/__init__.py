"""Judging: pure arithmetic from a plan's target and the figures of some years to a verdict."""
