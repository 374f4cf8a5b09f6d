"""What was achieved, as sums by month."""
