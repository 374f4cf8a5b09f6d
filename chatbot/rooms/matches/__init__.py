"""The promises between stays and homes, kept where both can read them."""
