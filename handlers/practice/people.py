"""People as Slack's Web API and as the page show them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.practice.network import JSON, Bot, Person, Team

SLACKBOT = Person(id="USLACKBOT", name="slackbot", real_name="Slackbot", color="757575")
"""Listed by users.list, and not a bot by its own account: programs stumble over it."""


def bot_person(bot: Bot, name: str) -> Person:
    handle = name.lower().replace(" ", "_")
    return Person(id=bot.user_id, name=handle, real_name=name, role="The app", color="2d5a88", is_bot=True)


def user_to_slack(person: Person, team: Team, now: datetime, *, with_locale: bool) -> JSON:
    """The user object, without e-mail: that takes a scope this house never asks for."""
    local = now.astimezone(ZoneInfo(person.tz))
    offset = local.utcoffset()
    first_name = person.real_name.split(" ", 1)[0]
    shown: JSON = {
        "id": person.id,
        "team_id": person.team_id or team.id,
        "name": person.name,
        "deleted": person.deleted,
        "profile": {
            "real_name": person.real_name, "real_name_normalized": person.real_name,
            "display_name": first_name, "display_name_normalized": first_name,
            "title": "", "phone": "", "status_text": "", "status_emoji": "", "team": person.team_id or team.id,
        },
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 1_780_000_000,
    }  # fmt: skip
    if person.deleted:
        return shown
    shown |= {
        "color": person.color,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": local.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": person.is_admin,
        "is_owner": person.is_owner,
        "is_primary_owner": person.is_owner,
        "is_restricted": person.is_restricted,
        "is_ultra_restricted": person.is_ultra_restricted,
    }
    if person.is_stranger:
        shown["is_stranger"] = True
    if with_locale:
        shown["locale"] = person.locale
    return shown


def user_to_page(person: Person, team: Team) -> JSON:
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "role": person.role,
        "color": f"#{person.color}",
        "is_owner": person.is_owner,
        "is_restricted": person.is_restricted,
        "team_id": person.team_id or team.id,
        "deleted": person.deleted,
        "is_bot": person.is_bot,
        "locale": person.locale,
        "tz": person.tz,
    }
