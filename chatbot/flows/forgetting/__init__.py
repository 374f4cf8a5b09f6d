"""What the clock forgets, each night."""
