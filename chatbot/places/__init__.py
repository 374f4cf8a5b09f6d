"""The directory of courts and offices where people are expected."""
