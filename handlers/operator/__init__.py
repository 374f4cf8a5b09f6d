"""The operator's commands, by subject; `bot.py` puts them together."""
