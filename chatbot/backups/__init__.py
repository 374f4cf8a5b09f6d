"""Backups: a file that holds a network, what it says of itself, and the way back from it."""
