"""Who has what to do with which record of the town."""

from collections.abc import Mapping

RELATED: Mapping[str, Mapping[str, tuple[str, ...]]] = {w: {} for w in (
            *("those with a seat", "those who were asked", "who helps", "who pledged", "drivers", "leads of it"),
            *("the host", "the host who is asked", "who leads it", "members of the cluster", "its members"),
            *("whoever did it", "whoever raised it", "whoever took the task", "whoever began the import"),
            *("whoever looks for cover", "whose it is"),
)}
