"""Rooms: homes that take people in, and the stays that are asked for. Offers here, stays in the folder `stays`."""
