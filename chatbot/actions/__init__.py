"""Advocacy alerts: whom to call and what to say, and how many calls, letters and signatures came of it."""
