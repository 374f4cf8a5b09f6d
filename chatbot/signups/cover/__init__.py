"""Finding somebody who comes instead."""
