"""Column types that read the same from SQLite and from PostgreSQL, and the one MetaData all tables hang on."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, String
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

RowId = BigInteger().with_variant(Integer, "sqlite")
"""A row's own number. SQLite counts rows by itself only in a column that is called INTEGER."""


def storable(text: str) -> str:
    """The text without what a database cannot keep as text: NUL, and half a character, which Slack's JSON may carry."""
    return _NOT_TEXT.sub("", text)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole microseconds since 1970 in UTC so that both databases compare it alike."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002
        """One call a value, not two: rows have many of them."""
        return _moment


@lru_cache(maxsize=4096)
def _moment(value: int | None) -> datetime | None:
    """The same rows are read again and again; to look a moment up takes a tenth of the time."""
    return None if value is None else _EPOCH + timedelta(microseconds=value)


class Zone(TypeDecorator[ZoneInfo]):
    """An IANA time zone, kept by its name."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: ZoneInfo | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.key

    def process_result_value(self, value: Any | None, dialect: Dialect) -> ZoneInfo | None:  # noqa: ARG002
        return None if value is None else ZoneInfo(str(value))
