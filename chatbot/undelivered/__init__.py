"""Messages of which nobody knows whether they arrived, and messages that could not be delivered."""
