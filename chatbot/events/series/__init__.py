"""Series: a rule, and what its dates are made from."""
