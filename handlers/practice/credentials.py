"""The tokens and the secret of the app: made once, kept with the state so that a bot's settings stay good."""

from dataclasses import dataclass

from handlers.practice.ids import new_secret


@dataclass(frozen=True, kw_only=True)
class Credentials:
    bot_token: str
    app_token: str
    signing_secret: str
    verification_token: str

    def __repr__(self) -> str:
        """Never shows what it holds."""
        return "Credentials(…)"


def new_credentials() -> Credentials:
    return Credentials(
        bot_token=f"xoxb-practice-{new_secret(24)}",
        app_token=f"xapp-1-practice-{new_secret(32)}",
        signing_secret=new_secret(32),
        verification_token=new_secret(24),
    )
