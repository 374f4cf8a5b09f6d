"""What becomes of those who come when a hearing moves or is called off."""
