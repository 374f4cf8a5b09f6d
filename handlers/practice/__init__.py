"""A Slack that fits on a desk: for people who try the bot out, and for every test of it."""

from handlers.practice.answers import Answer
from handlers.practice.driver import Someone
from handlers.practice.faults import Fault, Faults
from handlers.practice.machine import Machine
from handlers.practice.network import Bot, Hello, Network, Person, Place, Team
from handlers.practice.posts import Message
from handlers.practice.practice import Practice
from handlers.practice.reading import labels_of, text_of
from handlers.practice.sample import sample_network
from handlers.practice.views import View

__all__ = [
    "Answer",
    "Bot",
    "Fault",
    "Faults",
    "Hello",
    "Machine",
    "Message",
    "Network",
    "Person",
    "Place",
    "Practice",
    "Someone",
    "Team",
    "View",
    "labels_of",
    "sample_network",
    "text_of",
]
