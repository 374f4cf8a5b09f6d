"""The agreement that comes with the bot. A network replaces it with its own words under /alongside."""

from chatbot.kit.i18n import Text, _


def agreement() -> Text:
    return _(
        "When I accompany someone, I am there for them.\n"
        "• I come when I said I would, and press Release as early as I can when I cannot.\n"
        "• What I learn about people stays with me. I repeat no names, addresses or stories and take no pictures.\n"
        "• I give no legal advice and do not speak for the person or their attorney.\n"
        "• I stay calm, follow the lead volunteer and the rules of the building, and do not get in anyone's way.\n"
        "• If someone is detained, I tell the coordinators at once."
    )
