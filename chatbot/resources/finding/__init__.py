"""Finding in the directory: what was asked, what each entry holds, and which fits best. Pure."""
