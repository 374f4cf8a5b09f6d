"""What several people bring in part: letters and supplies."""
