"""Rides: riders, cars, and who goes with whom."""
