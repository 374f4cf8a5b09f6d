"""Dates are not to be relied on until someone has asked the court or the attorney."""
