"""Gatherings: one date, or a series whose dates can be moved and cancelled one by one."""
