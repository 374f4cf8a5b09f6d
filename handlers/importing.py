"""`bot.py import`: a spreadsheet on the command line."""

import csv

from chatbot.bootstrap import Chatbot
from chatbot.hearings.refusals import BadRows
from chatbot.kit.refusal import Refusal
from chatbot.people.refusals import NotAPerson


async def import_sheet(chatbot: Chatbot, content: bytes, *, account: str, write: bool) -> tuple[bool, list[str]]:
    """Whether all is well, and what to print: what was imported, or would be, or which rows cannot be taken and why."""
    say = chatbot.catalogues.tongue("en").say
    person = await chatbot.people.of_account(account)
    if person is None:
        return False, [say(NotAPerson().sentence)]
    try:
        drafts = await chatbot.hearings.import_sheet(content.decode("utf-8"), write=write, by=person)
    except BadRows as bad:
        return False, [say(bad.sentence), *(f"row {number}: {say(why)}" for number, why in bad.problems.items())]
    except (UnicodeDecodeError, csv.Error):
        return False, ["The file cannot be read. Save it as CSV UTF-8, and look for an open quotation mark."]
    except Refusal as refusal:
        return False, [say(refusal.sentence)]
    if not write:
        return True, [f"All {len(drafts)} rows are good. Run it again with --write to import them."]
    return True, [f"{len(drafts)} hearings imported. Their cards are posted while the bot runs."]
