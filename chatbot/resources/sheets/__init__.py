"""The directory from and to spreadsheets."""
