"""A workspace's own settings: its agreement, its channels, its zone and language."""
