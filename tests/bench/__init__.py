"""How fast and how small, measured: `make bench`. No part of the tests; a machine that is busy must not fail them."""
