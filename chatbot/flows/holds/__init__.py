"""The legal hold: while it stands nothing is forgotten."""
