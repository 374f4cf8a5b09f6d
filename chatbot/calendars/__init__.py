"""What somebody comes to, in their own calendar: a private address that calendars follow, and single files."""
