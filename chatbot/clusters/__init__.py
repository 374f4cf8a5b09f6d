"""Congregations and teams that support families together."""
