"""Uncovered hearings climb a ladder: the channel and whoever watches are told, more than once, until people come."""
