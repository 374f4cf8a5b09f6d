"""Stays: who needs a room, the match with a home, and what follows once both sides said yes."""
