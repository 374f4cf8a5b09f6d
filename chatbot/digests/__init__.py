"""One message a day in a channel that says what is coming up."""
