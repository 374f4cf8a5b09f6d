"""The tests. How to run and write them is told in README.md."""
