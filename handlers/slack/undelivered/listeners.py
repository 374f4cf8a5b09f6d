"""What happens when a coordinator answers whether a message arrived."""

from chatbot.bootstrap import Chatbot
from handlers.slack.hints import numbered
from handlers.slack.press import Press, Reply
from handlers.slack.undelivered import views


async def there_pressed(press: Press, chatbot: Chatbot) -> Reply:
    letter, attempt = _asked(press.value)
    return views.answer(await chatbot.undelivered.it_is_there(letter, attempt, by=press.person), press.speech)


async def again_pressed(press: Press, chatbot: Chatbot) -> Reply:
    letter, attempt = _asked(press.value)
    return views.answer(await chatbot.undelivered.send_again(letter, attempt, by=press.person), press.speech)


def _asked(value: str) -> tuple[int, int]:
    """Which letter, and which attempt, a button asks about; a made-up value is about none."""
    letter, _colon, attempt = value.partition(":")
    asked = numbered(letter), numbered(attempt)
    return asked if all(asked) else (0, 0)
