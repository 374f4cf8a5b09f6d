"""Keeping the directory right: adding, changing, archiving, checking, and the starter list."""
