"""The books: double entry, append-only, whole cents."""
