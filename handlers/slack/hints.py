"""What a button, a menu or a window carries about a thing: hints, which the room looks up before anything is done."""

_DIGITS = 18
"""As many as a row's own number has at most."""


def numbered(carried: str) -> int:
    """The number of a thing, up to the first space. 0 for anything else: nothing has it, and the room says so."""
    number, _space, _rest = carried.partition(" ")
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= _DIGITS else 0


def coded(carried: str) -> tuple[str, int]:
    """A code, and the number of something that belongs to it."""
    code, _space, number = carried.partition(" ")
    return code, numbered(number)
