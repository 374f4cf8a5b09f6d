"""What happens when a coordinator answers whether a message arrived."""

from chatbot.bootstrap import Chatbot
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
    parts = value.split(":")
    numbers = [int(part) for part in parts if part.isascii() and part.isdecimal() and len(part) < 10]
    return (numbers[0], numbers[1]) if len(numbers) == len(parts) == 2 else (0, 0)
