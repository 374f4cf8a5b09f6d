"""Slack's rates (docs, "Rate limits", 2026): who keeps them is `chatbot/kit/pacing`, for all instances together.

About one message a second in a channel, several hundred a minute in a workspace; chat.update 50 a minute.
"""

from datetime import timedelta

from chatbot.kit.pacing import Pace

SLACK = Pace(same_place=timedelta(seconds=1), posts=300, updates=50)
