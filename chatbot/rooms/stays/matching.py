"""Which homes would do for a stay, best first, and why. Pure.

Only what no talk can change leaves a home out: nights it is not offered, beds it does not have, a host nobody met.
Everything else is told, and a person decides.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.rooms import rules
from chatbot.rooms.messages import feature_name
from chatbot.rooms.model import Feature, Length, Nights, Offer, Shown, Standing
from chatbot.rooms.stays.model import Fit, Stay
from chatbot.rooms.stays.rules import SOON, nights_ahead

FEW_NIGHTS, FOUR_WEEKS = 7, 28


def ranked(stay: Stay, offers: Iterable[Shown], *, said_no: AbstractSet[int], today: date) -> list[Fit]:
    """The homes that could take the party on all of its nights, those that miss least first.

    `said_no` are the offers whose host declined this very stay before.
    """
    nights = nights_ahead(stay, today)
    found = [fit(stay, one.offer, said_no=said_no, today=today) for one in offers if _could(one, nights, stay.people)]
    return sorted(found, key=lambda one: (len(one.misfits), -len(one.fits), one.offer.beds, one.offer.id))


def fit(stay: Stay, offer: Offer, *, said_no: AbstractSet[int], today: date) -> Fit:
    """What speaks for one home, and what does not fit."""
    fits, misfits = [], []
    if stay.town and offer.town.casefold() == stay.town.casefold():
        fits.append(_("in {town}", town=offer.town))
    elif stay.town:
        misfits.append(_("not in {town}", town=stay.town))
    for need in sorted(_needs(stay), key=list(Feature).index):
        (fits if need in _has(offer) else misfits).append(feature_name(need))
    nights = nights_ahead(stay, today)
    (fits if _lengths(nights) & offer.lengths else misfits).append(_length_text(nights))
    if nights.first - today <= SOON and Length.EMERGENCY not in offer.lengths:
        misfits.append(_("does not usually take guests at short notice"))
    if shared := _shared(stay.languages, offer.languages):
        fits.append(_("speaks {languages}", languages=shared))
    elif stay.languages.strip():
        misfits.append(_("no language in common"))
    if offer.id in said_no:
        misfits.append(_("said no to this stay before"))
    return Fit(offer=offer, fits=tuple(fits), misfits=tuple(misfits))


def _could(one: Shown, nights: Nights, people: int) -> bool:
    if one.standing is not Standing.FREE or nights.count <= 0:
        return False
    try:
        rules.must_be_free(one.offer, one.held, nights, people)
    except Refusal:
        return False
    return True


def _needs(stay: Stay) -> frozenset[Feature]:
    return stay.needs | {Feature.CHILDREN} if stay.children else stay.needs


def _has(offer: Offer) -> frozenset[Feature]:
    """A home in which a wheelchair gets around has no stairs in the way."""
    return offer.features | {Feature.NO_STAIRS} if Feature.WHEELCHAIR in offer.features else offer.features


def _lengths(nights: Nights) -> frozenset[Length]:
    """The kinds of stay that so many nights are."""
    if nights.count <= FEW_NIGHTS:
        return frozenset({Length.EMERGENCY, Length.SHORT})
    return frozenset({Length.SHORT if nights.count <= FOUR_WEEKS else Length.LONG})


def _length_text(nights: Nights) -> Text:
    return n_("for {count} night", "for {count} nights", nights.count)


def _shared(one: str, other: str) -> list[str]:
    """The languages that both name, as the first writes them."""
    known = {word.casefold() for word in _words(other)}
    return [word for word in _words(one) if word.casefold() in known]


def _words(languages: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,;/]", languages) if word.strip()]
