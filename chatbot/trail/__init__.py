"""Reading the audit: who did what, with names and codes put beside the numbers only when an admin looks."""
