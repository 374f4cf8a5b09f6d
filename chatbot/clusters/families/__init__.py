"""The families that clusters support, each by its code, and what hangs on them."""
