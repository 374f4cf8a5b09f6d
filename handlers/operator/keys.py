"""`bot.py keys`: the ring, what each key is in use for, and a new one for all."""

from functools import partial
from typing import Annotated

import typer

from chatbot.bootstrap import Chatbot
from chatbot.kit.cipher import key_file, make_key
from chatbot.kit.keyring import KeyRing, KeyringFault
from chatbot.sealing.model import KeyUse
from handlers.operator.going import give_up as end
from handlers.operator.going import on_the_network, read_settings

commands = typer.Typer(help="The key ring that seals private details.")


@commands.command()
def init() -> None:
    """Make the key ring file, readable by this user alone."""
    path = read_settings().keyring_file
    try:
        KeyRing.create(path)
    except KeyringFault as fault:
        end(str(fault))
    print(f"Made {path}. Keep a copy somewhere safe, apart from the backups of the database.")


@commands.command()
def database() -> None:
    """Make the key that DATABASE_URL names, for an SQLite file that is to be encrypted as a whole."""
    path = key_file(read_settings().database_url.get_secret_value())
    if path is None:
        end("DATABASE_URL names no key_file: DATABASE_URL=sqlite:///data/alongside.db?key_file=keys/database.key")
    try:
        make_key(path)
    except OSError as fault:
        end(f"{path} cannot be made ({fault.strerror}).")
    print(f"Made {path}. Keep a copy somewhere safe, apart from the backups: without it the file opens to nobody.")


@commands.command(name="list")
def list_keys() -> None:
    """Show each key, how many private details it seals, and the keys that are missing."""
    on_the_network(listed, whatever_opens=True)


@commands.command(name="rotate")
def rotate_keys(
    *,
    give_up: Annotated[bool, typer.Option("--give-up", help="Empty what no key opens any more.")] = False,
) -> None:
    """Make a new key, seal every private detail anew under it, and destroy all other keys: for when a key got out."""
    on_the_network(partial(rotate, give_up=give_up), whatever_opens=True)


async def listed(chatbot: Chatbot) -> tuple[bool, list[str]]:
    """Whether everything sealed opens, and a line about each key; a key's name is no secret."""
    found = await chatbot.keys.listed()
    lines = [f"{'ok   ' if one.opens else 'FAULT'} {one.name}  {one.values:6} details  {_state(one)}" for one in found]
    return all(one.opens for one in found), lines or ["No key yet: the first private detail makes one."]


async def rotate(chatbot: Chatbot, *, give_up: bool) -> tuple[bool, list[str]]:
    """Make a new key and destroy all others; whether none had to be kept, and what was done."""
    done = await chatbot.keys.rotate(give_up=give_up)
    newest = chatbot.keys.newest
    lines = [f"{done.values} private details are sealed under the new key {newest}."]
    if done.destroyed:
        lines.append(f"Destroyed: {', '.join(done.destroyed)}. Backups from before open to nobody.")
    if done.held:
        lines.append(f"Kept while a legal hold stands: {', '.join(done.held)}. They go within a day of its end.")
    if done.unreadable and give_up:
        lines.append(f"{done.unreadable} that no key opens were emptied.")
    if done.kept:
        lines.append(f"FAULT Still needed: {', '.join(done.kept)}. {_why(done.unreadable)}")
    lines.append("Copy the key ring now, and throw its older copies away: they hold the old keys.")
    return not done.kept, lines


def _why(unreadable: int) -> str:
    if unreadable:
        return f"{unreadable} details do not open; with --give-up they are emptied."
    return "Somebody was just writing. Run it again."


def _state(one: KeyUse) -> str:
    if not one.opens:
        return "another key of this name sealed them" if one.is_there else "this key is missing"
    if one.is_old:
        return "old: sealed anew and destroyed at the next start"
    return "in use"
