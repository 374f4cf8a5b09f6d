"""What coordinators can do with an alert, and the forms they write it down with."""

from chatbot.actions.forms import BILLS, HIGHEST_GOAL, NAME, SCRIPT, TITLE, WHY
from chatbot.actions.messages import office_name, step_name
from chatbot.actions.model import Action, Office, State, Step, Target
from chatbot.kit.i18n import LANGUAGES, Text, _
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice, Element
from handlers.slack.speech import Speech, bold


def tools(action: Action, speech: Speech) -> list[Block]:
    """The coordinators' part of the window about an alert."""
    found: list[Block] = [blocks.divider(), blocks.section(bold(speech.md(_("For coordinators"))))]
    return [*found, blocks.actions(*_buttons(action, speech)), *_menus(action, speech)]


def _buttons(action: Action, speech: Speech) -> list[Element]:
    say, button, code = speech.plain, blocks.button, action.code
    edit = button(say(_("Edit")), "actions.edit", code)
    add = button(say(_("Add an office")), "actions.target", code)
    tally = button(say(_("Tally")), "actions.tally", code)
    match action.state:
        case State.DRAFT:
            launch = button(say(_("Launch")), "actions.launch", code, style="primary")
            away = button(say(_("Throw away")), "actions.discard", code, confirm=_discarding(speech))
            return [*([launch] if action.targets else []), add, edit, away]
        case State.OPEN:
            close = button(say(_("Close it")), "actions.close", code, style="danger", confirm=_closing(speech))
            return [tally, add, edit, close]
        case State.CLOSED:
            return [tally, button(say(_("Let it go on")), "actions.reopen", code)]


def _closing(speech: Speech) -> blocks.Confirm:
    say = speech.plain
    text = _("The card keeps the final tally. The channel and everyone who took part are thanked.")
    return blocks.Confirm(title=say(_("Close this alert?")), text=say(text), yes=say(_("Close it")), no=say(_("Keep")))


def _discarding(speech: Speech) -> blocks.Confirm:
    say = speech.plain
    return blocks.Confirm(
        title=say(_("Throw this draft away?")),
        text=say(_("Its offices and scripts go with it.")),
        yes=say(_("Throw away")),
        no=say(_("Keep")),
    )


def _menus(action: Action, speech: Speech) -> list[Block]:
    """Scripts by language, and offices to change or take off."""
    if action.state is State.CLOSED:
        return []
    say, code = speech.plain, action.code
    there = {language: ":heavy_check_mark: " if language in action.scripts else "" for language in LANGUAGES}
    scripts = [Choice(label=f"{there[one]}{name}", value=f"{code} {one}") for one, name in LANGUAGES.items()]
    offices = [Choice(label=one.name, value=f"{code} {one.id}") for one in action.targets]
    menus = [
        blocks.select("actions.script", scripts, placeholder=say(_("Script in…"))),
        blocks.select("actions.office", offices, placeholder=say(_("Change an office…"))) if offices else None,
        blocks.select("actions.office_off", offices, placeholder=say(_("Take an office off…"))) if offices else None,
    ]
    return [blocks.actions(*menus)]


def alert_form(speech: Speech, *, action: Action | None = None) -> Block:
    """Everything that is written down about an alert itself."""
    say, field, text = speech.plain, blocks.field, blocks.text_input
    steps = [Choice(label=say(step_name(step)), value=step) for step in Step]
    number = blocks.number_input(initial=action.goal if action else None, least=1, most=HIGHEST_GOAL)
    title = text(initial=action.title if action else "", longest=TITLE)
    why = text(initial=action.why if action else "", multiline=True, longest=WHY)
    bills = text(initial=action.bills if action else "", longest=BILLS, placeholder="H.R. 2146 / S. 1088")
    links = text(initial="\n".join(action.links) if action else "", multiline=True, placeholder="https://")
    ends = blocks.date_input(initial=action.ends_on.isoformat() if action else None)
    chosen = action.steps if action else (Step.CALL,)
    everyone = say(_("Everyone can read this."))
    found = [
        field("title", say(_("What is it about?")), title, hint=everyone, optional=False),
        field("why", say(_("Why does it matter?")), why, hint=everyone),
        field("bills", say(_("Bill numbers")), bills),
        field("steps", say(_("What can people do?")), blocks.checkboxes("steps", steps, ticked=chosen), optional=False),
        field("ends_on", say(_("Last day")), ends, optional=False),
        field("goal", say(_("Goal")), number, hint=say(_("How many calls, letters and signatures together."))),
        field("links", say(_("Where to read on")), links, hint=say(_("Whole addresses, one a line."))),
    ]
    if action is None or action.state is State.DRAFT:
        channel = blocks.channel_input(initial=action.channel if action else None)
        usual = say(_("Leave it empty for the channel where cards usually go."))
        found.append(field("channel", say(_("Channel of the card")), channel, hint=usual))
    heading = _("Edit {code}", code=action.code) if action else _("Write an alert")
    return _form(
        speech,
        heading,
        found,
        name="actions.edit_form" if action else "actions.add_form",
        metadata=action.code if action else "",
    )


def target_form(action: Action, speech: Speech, *, target: Target | None = None) -> Block:
    """An office; what stands beside it is for everyone to read."""
    say, field, text = speech.plain, blocks.field, blocks.text_input
    offices = [Choice(label=say(office_name(office)), value=office) for office in Office]
    name = text(initial=target.name if target else "", longest=NAME)
    phone = text(initial=target.phone if target else "", longest=40, placeholder="617-555-0134")
    email = text(initial=target.email if target else "", longest=120)
    public = say(_("The office's public one, never somebody's own. Everyone can read it."))
    found = [
        field(
            "office",
            say(_("Where?")),
            blocks.select("office", offices, chosen=target.office if target else None),
            optional=False,
        ),
        field("name", say(_("Name of the person or office")), name, optional=False),
        field("phone", say(_("Telephone of the office")), phone, hint=public),
        field("email", say(_("E-mail of the office")), email, hint=public),
    ]
    metadata = f"{action.code} {target.id}" if target else action.code
    return _form(speech, _("Office"), found, name="actions.target_form", metadata=metadata)


def script_form(action: Action, language: str, speech: Speech) -> Block:
    """The words in one language."""
    say = speech.plain
    blanks = _("I fill in {blanks}. Leave it empty to take the script away.", blanks="{name}, {town}, {office}")
    words = blocks.text_input(initial=action.scripts.get(language, ""), multiline=True, longest=SCRIPT)
    found = [blocks.field("words", LANGUAGES[language], words, hint=say(blanks))]
    return _form(speech, _("Script"), found, name="actions.words_form", metadata=f"{action.code} {language}")


def reopen_form(action: Action, speech: Speech) -> Block:
    """Until when it goes on."""
    day = action.ends_on.isoformat()
    found = [blocks.field("ends_on", speech.plain(_("Last day")), blocks.date_input(initial=day), optional=False)]
    return _form(speech, _("Let it go on"), found, name="actions.reopen_form", metadata=action.code)


def _form(speech: Speech, title: Text, found: list[Block], *, name: str, metadata: str) -> Block:
    return blocks.modal(
        speech.plain(title),
        found,
        close=speech.plain(_("Back")),
        submit=speech.plain(_("Save")),
        callback_id=name,
        metadata=metadata,
    )
