"""Someone was detained: the response team is told at once and shares out what has to be done."""
