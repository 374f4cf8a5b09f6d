"""The form of a digest, and what is shown when it was sent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from chatbot.clusters.model import Cluster
from chatbot.digests.model import Digest, Plan
from chatbot.digests.rules import LONGEST_HORIZON
from chatbot.kit.i18n import LANGUAGES, _
from chatbot.places.model import Place
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.digests.plan_text import plan_lines, weekday_name
from handlers.slack.digests.views import preview_button
from handlers.slack.sections import SectionNames
from handlers.slack.speech import Speech, bold, lines
from handlers.slack.zones import zone_menu

Names = Mapping[str, SectionNames]


def form(
    speech: Speech, about: str, plan: Plan, *, places: Sequence[Place], names: Names, clusters: Sequence[Cluster]
) -> Block:
    """`about` is the number of the digest that is changed, or the channel for which one is set up."""
    say = speech.plain
    return blocks.modal(
        say(_("Digest")),
        [
            *_when(plan, speech),
            blocks.divider(),
            blocks.section(bold(speech.md(_("Narrow it down, or leave these empty to show everything")))),
            *_what(plan, places, names, speech),
            *_whose(plan, clusters, speech),
            blocks.divider(),
            *_how(plan, speech),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="digests.set_form",
        metadata=about,
    )


def _when(plan: Plan, speech: Speech) -> Iterator[Block]:
    say = speech.plain
    days = [Choice(label=say(weekday_name(day)), value=str(day)) for day in range(7)]
    yield blocks.field("at", say(_("At")), blocks.time_input(initial=plan.at.strftime("%H:%M")), optional=False)
    ticked = [str(day) for day in plan.weekdays]
    yield blocks.field("weekdays", say(_("On")), blocks.checkboxes("weekdays", days, ticked=ticked), optional=False)
    yield blocks.field("zone", say(_("Time zone")), zone_menu(plan.zone), optional=False)
    ahead = blocks.number_input(initial=plan.horizon, least=1, most=LONGEST_HORIZON)
    yield blocks.field("horizon", say(_("How many days ahead?")), ahead, optional=False)


def _what(plan: Plan, places: Sequence[Place], names: Names, speech: Speech) -> Iterator[Block]:
    say, filters = speech.plain, plan.filters
    sections = [Choice(label=say(named.name), value=name) for name, named in names.items() if named.in_channels]
    if len(sections) > 1:
        menu = blocks.multi_select("sections", sections, chosen=filters.sections)
        yield blocks.field("sections", say(_("Only these subjects")), menu)
    if places:
        choices = [Choice(label=place.name, value=str(place.id)) for place in places]
        menu = blocks.multi_select("places", choices, chosen=map(str, filters.place_ids))
        yield blocks.field("places", say(_("Only these places")), menu)
    kinds = [
        Choice(label=say(kind), value=f"{name}:{word}")
        for name, named in names.items()
        for word, kind in named.kinds.items()
    ]
    if kinds:
        yield blocks.field(
            "kinds", say(_("Only these kinds")), blocks.multi_select("kinds", kinds, chosen=filters.kinds)
        )
    spoken = blocks.text_input(initial=", ".join(sorted(filters.languages)), longest=120)
    hint = say(_("The languages that are needed, such as: Spanish, Portuguese"))
    yield blocks.field("languages", say(_("Only where these languages are needed")), spoken, hint=hint)


def _whose(plan: Plan, clusters: Sequence[Cluster], speech: Speech) -> Iterator[Block]:
    if clusters:
        choices = [Choice(label=one.name, value=str(one.id)) for one in clusters]
        menu = blocks.multi_select("clusters", choices, chosen=map(str, plan.filters.cluster_ids))
        hint = speech.plain(_("Also what is not open to everyone yet."))
        yield blocks.field("clusters", speech.plain(_("Only what these clusters' families need")), menu, hint=hint)


def _how(plan: Plan, speech: Speech) -> Iterator[Block]:
    say = speech.plain
    languages = [
        Choice(label=say(_("The language of our channels")), value=blocks.NOTHING),
        *(Choice(label=name, value=language) for language, name in LANGUAGES.items()),
    ]
    menu = blocks.select("language", languages, chosen=plan.language or blocks.NOTHING)
    yield blocks.field("language", say(_("Language of the digest")), menu, optional=False)
    empty = [
        Choice(label=say(_("Say so kindly")), value="say"),
        Choice(label=say(_("Send nothing")), value="skip"),
    ]
    chosen = blocks.select("empty", empty, chosen="skip" if plan.skip_empty else "say")
    yield blocks.field("empty", say(_("When there is nothing to say")), chosen, optional=False)


def done(speech: Speech, digest: Digest, due: datetime | None, names: Names) -> Block:
    """After it was set: what happens next, and the way to see it now."""
    said = [*plan_lines(digest.plan, names, speech)]
    if due is not None and not digest.paused:
        said.append(speech.md(_("The next one comes on {moment}.", moment=due)))
    return blocks.modal(
        speech.plain(_("Digest")),
        [
            blocks.section(lines(bold(speech.md(_("Saved."))), *said)),
            blocks.actions(preview_button(str(digest.id), speech)),
        ],
        close=speech.plain(_("Close")),
    )
