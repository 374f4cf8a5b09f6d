"""Reporting back after the hour, and the next hearing that follows from it."""
