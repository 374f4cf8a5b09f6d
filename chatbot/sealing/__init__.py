"""The keys that seal private details: when they are renewed, what is sealed anew, and when an old one is destroyed."""
