"""What the bot does about trust: calendars, a legal hold, copies, an erasure, the audit; and its own mistakes."""

from typing import Any, NoReturn

import pytest

from chatbot.audit import audit
from handlers.practice.reading import labels_of, text_of
from tests.slack.canaries.walker import Walk, secret_in

REFUSED = "Her SSN is 078-05-1120, {word}"


async def calendar(walk: Walk) -> None:
    """Ana's file of one date, and the secret address she makes."""
    claimed = [one for one in walk.scene.someone("ana").ephemerals("court-boston") if "Calendar" in labels_of(one)]
    await walk.presses("ana", "Calendar", claimed[0])
    await walk.presses("ana", "Send me the file")
    await walk.closes("ana")
    await walk.opens_home("ana")
    await walk.presses("ana", "Calendar", walk.scene.someone("ana").home)
    await walk.presses("ana", "Make my address")
    walk.secrets["calendar"] = secret_in(walk.modal("ana"), "calendar")
    await walk.closes("ana")


async def keeping(walk: Walk) -> None:
    """A legal hold with its reason; what is kept about somebody, a copy, an erasure; figures; the audit."""
    await walk.types("rosa", "/alongside privacy")
    await walk.presses("rosa", "privacy.hold")
    await walk.sends("rosa", reason=walk.word("legal_holds.reason"))
    await walk.closes("rosa")
    await walk.types("rosa", "/alongside privacy")
    await walk.presses("rosa", "privacy.hold")
    await walk.presses("rosa", "privacy.lift")
    await walk.closes("rosa")
    for handle in ("ruth", "ana"):
        await walk.types(handle, "/alongside privacy")
        await walk.presses(handle, "privacy.copy")
        await walk.closes(handle)
    await walk.types("jonah", "/alongside privacy")
    await walk.presses("jonah", "privacy.erase")
    await walk.sends("jonah")
    await walk.closes("jonah")
    shown = await walk.types("ana", "/impact year")
    assert shown is not None
    await walk.presses("ana", "Table", shown)
    shown = await walk.types("daniel", "/impact")
    await walk.presses("daniel", "Post here monthly", shown)
    shown = await walk.types("ana", "/alongside help")
    await walk.presses("ana", "See hearings", shown)
    await walk.types("rosa", "/alongside audit")
    await walk.presses("rosa", "Daily limit")
    await walk.sends("rosa", openings_a_day="3")
    await walk.closes("rosa")
    await walk.passes(minutes=1)
    await walk.types("rosa", "/alongside audit h101")
    await walk.closes("rosa")


async def refusals(walk: Walk) -> None:
    """What the guard refuses, a sheet that is none, a message that may not have arrived."""
    word = walk.strays["refused by the guard"]
    await walk.presses("daniel", "Details", walk.card("H101"))
    await walk.presses("daniel", "Edit")
    daniel = walk.scene.someone("daniel")
    await daniel.fills(daniel.modal, {"contact": REFUSED.format(word=word)})
    answer = await daniel.submits()
    assert "social security" in answer.errors["contact"]
    await walk.closes("daniel")
    await walk.types("daniel", "/hearings import")
    heading = walk.strays["a heading of a sheet"]
    await daniel.fills(daniel.modal, {"rows": f"alias,{heading}\nP.,{heading}\n"})
    assert (await daniel.submits()).errors
    await walk.closes("daniel")
    walk.scene.practice.faults.plan("reset_after", method="chat.postMessage")
    await walk.types("daniel", "/hearings add")
    form = {"kind": "ICE check-in", "alias": "Teacher", "place": "Boston Immigration Court", "companions": "2"}
    await walk.sends("daniel", **form, day=walk.scene.day(20), contact=walk.word("hearings.contact"))
    await walk.closes("daniel")
    await walk.passes(minutes=30)
    await walk.presses("daniel", "It is there", walk.told("daniel", button="It is there"))


async def pages(walk: Walk) -> None:
    """The bot's own pages, for whoever has an address and for whoever has a wrong one."""
    right = [f"/{name}/{secret}" for name, secret in walk.secrets.items()]
    await walk.visits(*right, f"/calendar/{walk.secrets['calendar']}.ics", "/calendar/x.ics", "/import/x", "/x")


async def mistakes(walk: Walk, patch: pytest.MonkeyPatch) -> None:
    """Ours: in a form, in a statement, in a drawing and behind a page, with words in hand."""
    bot = walk.scene.chatbot

    def breaks(name: str) -> Any:
        async def broken(*_: object, **__: object) -> NoReturn:
            raise RuntimeError(walk.strays[name])

        return broken

    async def misstated(self: Any, *_: object, **__: object) -> None:
        word = walk.strays["in a statement"]
        await self.database.run(lambda tx: tx.insert(audit, team_id=None, verb=word, subject=word, at=tx.now))

    with patch.context() as broken:
        broken.setattr(type(bot.hearings), "change", breaks("in an exception"))
        broken.setattr(type(bot.needs), "get", misstated)
        broken.setattr(type(bot.calendars), "feed", breaks("in a page"))
        drawings = walk.scene.running.app.door.registered.drawings
        broken.setitem(drawings, "events.card", breaks("in a drawing"))
        await walk.presses("daniel", "Details", walk.card("H101"))
        await walk.presses("daniel", "Edit")
        assert "went wrong" in await walk.sends("daniel", contact=walk.strays["on the way to a mistake"])
        await walk.closes("daniel")
        assert "went wrong" in text_of(await walk.types("daniel", "/needs N101"))
        await walk.presses("mei", "I come", walk.card("E107"), value="E107 guest")
        await walk.visits(f"/calendar/{walk.secrets['calendar']}.ics")
