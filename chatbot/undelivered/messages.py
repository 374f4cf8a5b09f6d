"""What is said about messages that did not simply arrive."""

from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import MISTAKE
from chatbot.undelivered.model import Answer, Parked


def outcome(answer: Answer) -> Text:
    """For whoever answered the question."""
    match answer:
        case Answer.THERE:
            return _("Thank you. Then I leave it as it is.")
        case Answer.AGAIN:
            return _("Thank you. I send it again.")
        case Answer.ALREADY_THERE:
            return _("Thank you for looking. It is known meanwhile that the message is there.")
        case Answer.ALREADY_AGAIN:
            return _("Thank you for looking. Somebody had me send it again meanwhile.")
        case Answer.FORGOTTEN:
            return _("Thank you for looking. This is so long ago that I know nothing of it any more.")


def explained(letter: Parked) -> Text:
    """Why it could not be delivered, and what can be done."""
    match letter.kind_of_fault:
        case "not_in_channel" | "channel_not_found":
            return _("I am not a member of that channel. Invite me there, or choose another channel.")
        case "is_archived":
            return _("That channel is archived. Choose another channel.")
        case code if code == MISTAKE:
            number = letter.fault.removeprefix(MISTAKE).strip()
            return _("I could not put it together. Please tell whoever runs me this number: {number}", number=number)
        case code:
            return _("Slack does not take it. Its reason: {code}", code=code)
