"""The names of what an alert asks for, of offices, of outcomes and of states."""

from chatbot.actions.model import Office, Outcome, State, Step
from chatbot.kit.i18n import Text, _, n_

_STEPS = {
    Step.CALL: _("Call"),
    Step.WRITE: _("Write"),
    Step.SIGN: _("Sign"),
    Step.TESTIFY: _("Testify"),
}

_OFFICES = {
    Office.CONGRESS: _("US Congress"),
    Office.LEGISLATURE: _("Legislature"),
    Office.GOVERNOR: _("Governor"),
    Office.AGENCY: _("Agency"),
    Office.OTHER: _("Another office"),
}

_OUTCOMES = {
    Outcome.REACHED: _("Spoke with a person"),
    Outcome.VOICEMAIL: _("Left a voicemail"),
    Outcome.BUSY: _("The line was busy"),
    Outcome.NO_ANSWER: _("Nobody answered"),
}

_STATES = {
    State.DRAFT: _("a draft"),
    State.OPEN: _("open"),
    State.CLOSED: _("closed"),
}


def step_name(step: Step) -> Text:
    return _STEPS[step]


def office_name(office: Office) -> Text:
    return _OFFICES[office]


def outcome_name(outcome: Outcome) -> Text:
    return _OUTCOMES[outcome]


def state_name(state: State) -> Text:
    return _STATES[state]


def counted(step: Step, count: int) -> Text:
    """`12 calls`."""
    match step:
        case Step.CALL:
            return n_("{count} call", "{count} calls", count)
        case Step.WRITE:
            return n_("{count} letter", "{count} letters", count)
        case Step.SIGN:
            return n_("{count} signature", "{count} signatures", count)
        case Step.TESTIFY:
            return n_("{count} testimony", "{count} testimonies", count)
