"""Sheets for the tests, and bringing them in."""

from chatbot.hearings.importing.messages import problem_text
from chatbot.hearings.importing.model import Findings, Import
from chatbot.kit.i18n import Catalogues
from chatbot.people.model import Person
from tests.fixtures.network import SmallNetwork

GOOD = """\ufeffAlias,Kind,Place,Day,Start,Companions,Roles,Contact,Whatever
M.R.,Check-in,jfk,3/4/2026,9 AM,2,"lead, driver",617-555-0123,x
"The
baker",master,Chelmsford,,,1,,,
"""


async def looked(network: SmallNetwork, text: str | bytes, *, by: Person | None = None) -> tuple[int, Findings]:
    """A dry run: the number of the import, and what was found."""
    person = by or network.coordinator
    begun, _ = await network.chatbot.imports.begin(by=person)
    content = text if isinstance(text, bytes) else text.encode()
    return begun.id, await network.chatbot.imports.look(begun.id, content, by=person)


async def brought(network: SmallNetwork, text: str | bytes, *, only_good: bool = False) -> Import:
    """The whole way: looked at, confirmed, written down."""
    number, _ = await looked(network, text)
    await network.chatbot.imports.confirm(number, only_good=only_good, by=network.coordinator)
    await network.chatbot.imports.carry_on_to_the_end()
    last = await network.chatbot.imports.last(by=network.coordinator)
    assert last is not None
    return last


def amiss(findings: Findings, language: str = "en") -> list[str]:
    """What is said of the rows that cannot be taken."""
    return [Catalogues().tongue(language).say(problem_text(problem)) for problem in findings.problems]


def long(rows: int) -> str:
    """A sheet of so many good rows."""
    lines = (
        f"P{number}.,check-in,Boston,{1 + number % 12}/{1 + number % 28}/2027,9:30 AM,2,Spanish,Water,Aunt {number}"
        for number in range(rows)
    )
    return "\n".join(("alias,kind,place,day,start,companions,languages,note,contact", *lines))
