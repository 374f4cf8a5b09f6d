"""Whom to turn to: organisations and services by place, topic and language."""
