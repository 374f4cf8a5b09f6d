"""Seats by role, who holds them and who waits. Hearings, needs and events stand on it."""
