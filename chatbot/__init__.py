"""What the network does. Nothing in here knows a chat platform."""
