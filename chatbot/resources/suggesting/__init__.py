"""What anyone suggests to change in the directory, and what coordinators make of it."""
