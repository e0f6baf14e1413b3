"""Measurements that are run by hand: of speed, and of how far the odds can be believed."""
