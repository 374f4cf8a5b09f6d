"""The windows of the directory: details, search, and the form of an entry."""

from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person, Role
from chatbot.resources.forms import LINE, NAME, NOTES, TOWN
from chatbot.resources.messages import heading, topic_name
from chatbot.resources.model import Facts, Resource, Topic
from chatbot.resources.topics import topic_words
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.resources import parts
from handlers.slack.speech import Speech, bold, lines

_EMPTY = Facts(
    name="", topics=(), town="", serves="", languages="", phone="", email="", website="", address="", hours="", cost="",
    notes="",
)  # fmt: skip


def details(resource: Resource, speech: Speech, *, by: Person, said: Text | None = None) -> Block:
    """Everything about an entry. `said` is what just happened."""
    found = [
        *blocks.news_apart(said, speech),
        *([blocks.section(bold(speech.md(_("Archived"))))] if resource.is_archived else []),
        blocks.section(lines(parts.title(resource), parts.facts(resource, speech))),
        blocks.context(parts.checked(resource, speech)),
        blocks.actions(parts.suggest_button(resource, speech)),
        *(_coordinator(resource, speech) if by.has(Role.COORDINATOR) else []),
    ]
    return blocks.modal(resource.code, found, close=speech.plain(_("Close")), metadata=resource.code)


def _coordinator(resource: Resource, speech: Speech) -> list[Block]:
    say = speech.plain
    if resource.is_archived:
        return [blocks.actions(blocks.button(say(_("Bring back")), "resources.bring_back", resource.code))]
    question = blocks.Confirm(
        title=say(_("Archive it?")),
        text=say(_("Nobody finds it any more. It can be brought back.")),
        yes=say(_("Archive")),
        no=say(_("Keep")),
    )
    return [
        blocks.actions(
            check_button(resource, speech),
            blocks.button(say(_("Edit")), "resources.edit", resource.code),
            blocks.button(say(_("Archive")), "resources.archive", resource.code, style="danger", confirm=question),
        )
    ]


def check_button(resource: Resource, speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("Checked today")), "resources.check", resource.code, style="primary")


def search(speech: Speech) -> Block:
    """The form for those who do not like to guess words."""
    say = speech.plain
    choices = [Choice(label=say(topic_name(topic)), value=topic_words(topic)) for topic in Topic]
    return blocks.modal(
        say(_("Whom to turn to")),
        [
            blocks.field("topic", say(_("What is it about?")), blocks.select("topic", choices)),
            blocks.field(
                "town",
                say(_("Near which town?")),
                blocks.text_input(longest=TOWN, placeholder="Framingham"),
                hint=say(_("A town, a county or a region.")),
            ),
            blocks.field("language", say(_("In which language?")), blocks.text_input(longest=TOWN)),
            blocks.field(
                "words",
                say(_("Other words")),
                blocks.text_input(longest=LINE),
                hint=say(_("A name, or anything else. Typos do not matter.")),
            ),
        ],
        close=say(_("Close")),
        submit=say(_("Search")),
        callback_id="resources.search_form",
    )


def form(speech: Speech, *, resource: Resource | None = None) -> Block:
    """The form of a new entry, or of one that is there."""
    facts = resource.facts if resource else _EMPTY
    return blocks.modal(
        speech.plain(_("Edit {code}", code=resource.code)) if resource else speech.plain(_("Add to the directory")),
        _fields(facts, speech),
        close=speech.plain(_("Back")),
        submit=speech.plain(_("Save")) if resource else speech.plain(_("Add")),
        callback_id="resources.edit_form" if resource else "resources.add_form",
        metadata=resource.code if resource else "",
    )


def _fields(facts: Facts, speech: Speech) -> list[Block]:
    say, text = speech.plain, blocks.text_input
    choices = [Choice(label=say(topic_name(topic)), value=topic) for topic in Topic]
    about = _("Everyone in the workspace can read this. Nothing about single people, please.")
    return [
        blocks.context(speech.md(about)),
        blocks.field("name", say(heading("name")), text(initial=facts.name, longest=NAME), optional=False),
        blocks.field(
            "topics",
            say(heading("topics")),
            blocks.multi_select("topics", choices, chosen=facts.topics),
            optional=False,
        ),
        blocks.field("town", say(heading("town")), text(initial=facts.town, longest=TOWN)),
        blocks.field(
            "serves",
            say(heading("serves")),
            text(initial=facts.serves, longest=LINE),
            hint=say(_("Towns, counties, regions or a state, separated by commas; or: nationwide")),
        ),
        blocks.field(
            "languages",
            say(heading("languages")),
            text(initial=facts.languages, longest=LINE, placeholder="Portuguese, Spanish"),
        ),
        blocks.field("phone", say(heading("phone")), text(initial=facts.phone, longest=LINE)),
        blocks.field("email", say(heading("email")), text(initial=facts.email, longest=LINE)),
        blocks.field(
            "website", say(heading("website")), text(initial=facts.website, longest=LINE, placeholder="https://")
        ),
        blocks.field("address", say(heading("address")), text(initial=facts.address, longest=LINE)),
        blocks.field("hours", say(heading("hours")), text(initial=facts.hours, longest=LINE)),
        blocks.field("cost", say(heading("cost")), text(initial=facts.cost, longest=LINE)),
        blocks.field("notes", say(heading("notes")), text(initial=facts.notes, multiline=True, longest=NOTES)),
    ]
