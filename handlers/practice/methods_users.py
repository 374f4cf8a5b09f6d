"""users.*, bots.info, team.info, auth.test, api.test and apps.connections.open"""

from handlers.practice.arguments import Arguments
from handlers.practice.backstage import Backstage
from handlers.practice.finding import known_person
from handlers.practice.ids import new_secret
from handlers.practice.network import JSON, Person
from handlers.practice.paging import page_of
from handlers.practice.people import SLACKBOT, user_to_slack
from handlers.practice.refusal import ApiError


def list_users(slack: Backstage, args: Arguments) -> JSON:
    """Everyone with an account, the deactivated and Slackbot too."""
    with_locale = args.flag("include_locale")
    everyone = [SLACKBOT, *slack.workspace.people.values()]
    page, more = page_of([_user(slack, person, with_locale) for person in everyone], args, 1000)
    return {"members": page, "cache_ts": int(slack.clock.seconds()), "response_metadata": more}


def info(slack: Backstage, args: Arguments) -> JSON:
    return {"user": _user(slack, known_person(slack, args.text("user")), args.flag("include_locale"))}


def bot_info(slack: Backstage, args: Arguments) -> JSON:
    bot = slack.workspace.bot
    if args.text("bot") not in ("", bot.bot_id):
        raise ApiError("bot_not_found")
    name = slack.workspace.people[bot.user_id].real_name
    return {
        "bot": {"id": bot.bot_id, "deleted": False, "name": name, "app_id": bot.app_id, "user_id": bot.user_id,
                "updated": 1_780_000_000, "icons": {}},
    }  # fmt: skip


def team_info(slack: Backstage, args: Arguments) -> JSON:
    team = slack.workspace.team
    if args.text("team") not in ("", team.id):
        raise ApiError("team_not_found")
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


def auth_test(slack: Backstage, args: Arguments) -> JSON:
    workspace = slack.workspace
    if args.text("token") == slack.credentials.app_token:
        return {"app_name": slack.manifest.name, "app_id": workspace.bot.app_id}
    return {
        "url": f"https://{workspace.team.domain}.slack.com/",
        "team": workspace.team.name,
        "user": workspace.people[workspace.bot.user_id].name,
        "team_id": workspace.team.id,
        "user_id": workspace.bot.user_id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": False,
    }


def api_test(_: Backstage, args: Arguments) -> JSON:
    given = {name: value for name, value in args.given.items() if name != "token"}
    if "error" in given:
        raise ApiError(args.text("error"), args=given)
    return {"args": given} if given else {}


def open_connection(slack: Backstage, _: Arguments) -> JSON:
    """The address of a WebSocket, good for one connection."""
    ticket = new_secret()
    slack.tickets.add(ticket)
    return {"url": f"{slack.url.replace('http', 'ws', 1)}/socket/{ticket}"}


def _user(slack: Backstage, person: Person, with_locale: bool) -> JSON:
    return user_to_slack(person, slack.workspace.team, slack.clock.now(), with_locale=with_locale)


SERVED = {
    "users.list": list_users,
    "users.info": info,
    "bots.info": bot_info,
    "team.info": team_info,
    "auth.test": auth_test,
    "api.test": api_test,
    "apps.connections.open": open_connection,
}
