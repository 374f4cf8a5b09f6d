"""What is kept about one person: shown, handed over, erased."""
