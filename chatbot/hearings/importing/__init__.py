"""Many hearings at once, from a spreadsheet: looked at first, then written down a few at a time, and undone."""
