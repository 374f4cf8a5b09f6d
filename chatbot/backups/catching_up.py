"""What a network does that was brought back, before it speaks to anybody again."""

from functools import partial

from chatbot.audit import note
from chatbot.backups import rules, store
from chatbot.backups.chains import looked_through
from chatbot.backups.model import Later, Manifest, Restored
from chatbot.bootstrap import Chatbot
from chatbot.kit import letters
from chatbot.schedule import Schedule

REACHES_OUT = "keys.renew_old"
"""What the clock does outside of the database; it waits until the backup is in its place."""


async def catch_up(chatbot: Chatbot, manifest: Manifest, later: Later | None, *, hold: bool) -> Restored:
    """Look through the chains, carry over what the present database knows, and do what fell due without saying it.

    What was due may have been said before, so it is set aside. With `hold` a legal hold stands before anything is
    forgotten. Raises `BackupFault` for chains that are not those of the backup.
    """
    run = chatbot.database.run
    faults = rules.require_chains(manifest, await looked_through(chatbot))
    erased = await _erase_again(chatbot, manifest, later) if later else []
    for team_id in sorted(manifest.chains if hold else later.held if later else ()):
        await chatbot.holds.stand_again(team_id=team_id)
    for team_id in manifest.chains:
        line = partial(note, actor_id=None, verb="backup.restore", subject="network", detail=manifest.day)
        await run(partial(line, team_id=team_id))
        await chatbot.network_jobs.tell_of_backup(team_id=team_id, made_at=manifest.made_at)
    await run(partial(store.leave_out_codes, count=rules.jump(chatbot.clock.now() - manifest.made_at)))
    entries = [entry for entry in chatbot.schedule.entries if entry.name != REACHES_OUT]
    failures = await Schedule(*entries).tick()
    aside = await run(store.set_aside)
    await run(partial(letters.recover, at_start=True))
    return Restored(
        manifest=manifest,
        faults=faults,
        later_is_known=later is not None,
        erased=erased.count(True),
        still_needed=erased.count(False),
        set_aside=aside,
        failures=tuple(name for name, _ in failures),
    )


async def _erase_again(chatbot: Chatbot, manifest: Manifest, later: Later) -> list[bool]:
    """For each person who came back with the backup: whether they are erased again."""
    came_back = set(later.erased)
    for team_id in manifest.chains:
        known = await chatbot.database.run(partial(store.erased, team_id=team_id))
        came_back -= {(team_id, number) for number in known}
    there = [one for one in sorted(came_back) if await chatbot.people.by_id(team_id=one[0], person_id=one[1])]
    return [await chatbot.personal.erase_again(team_id=team_id, person_id=number) for team_id, number in there]
