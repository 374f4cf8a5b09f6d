"""Logging without a word anyone typed.

Our own lines carry codes, counts and kinds. A library's line keeps its logger, level, place in the code and the kind
of its exception; its text is dropped at every level: libraries put request bodies, SQL parameters and tokens there.
"""

import logging
import sys

import structlog

_OURS = "alongside"


def configure(level: str, form: str) -> None:
    """Send everything to standard error, as text or as JSON lines. `level` and `form` are those of the settings."""
    renderer: structlog.typing.Processor
    renderer = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_only_where, *shared],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    handler.addFilter(_foreign_warnings)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelName(level)))  # libraries do not even write their lines
    logging.getLogger(_OURS).setLevel(level)


def _foreign_warnings(record: logging.LogRecord) -> bool:
    """Libraries are heard from warnings on, whatever the level; below that they only tell what was in the traffic."""
    return record.name == _OURS or record.levelno >= logging.WARNING


def _only_where(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    record = event["_record"]
    kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
    record.exc_info = record.exc_text = record.stack_info = None
    return {
        "_record": record,
        "_from_structlog": False,
        "event": "library",
        "at": f"{record.module}:{record.funcName}:{record.lineno}",
        **({"kind": kind} if kind else {}),
    }
