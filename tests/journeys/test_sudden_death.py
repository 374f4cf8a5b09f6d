"""`kill -9` between the click and the card loses nothing (T5, first form)."""

from pathlib import Path

from handlers.practice import Practice
from handlers.practice.reading import text_of
from tests.journeys.processes import ROOT, free_port, program

MANIFEST = ROOT / "manifest.json"


async def test_after_a_kill_between_click_and_card_the_card_is_right(tmp_path: Path) -> None:
    async with Practice(manifest=MANIFEST, patience=20) as practice:
        settings = {
            "SLACK_BOT_TOKEN": practice.bot_token,
            "SLACK_APP_TOKEN": practice.app_token,
            "SLACK_API_URL": practice.api_url,
            "DATABASE_URL": f"sqlite:///{tmp_path}/data/network.db",
        }
        rosa, channel = practice.person("rosa"), practice.channel("court-boston")

        def card() -> str:
            return "\n".join(text_of(message) for message in channel.messages if message.bot)

        async with program(
            str(ROOT / "bot.py"), folder=tmp_path, settings={**settings, "PORT": str(free_port())}
        ) as bot:
            await bot.says("ready")
            await rosa.types("/alongside settings", channel="court-boston")
            menu = await practice.until(lambda: rosa.modal)
            await rosa.presses("Channels", menu)
            form = await practice.until(lambda: rosa.modal if rosa.modal and rosa.modal.id != menu.id else None)
            await rosa.fills(form, {"card_channel": channel.id})
            await rosa.submits(form)
            await rosa.closes(None, everything=True)
            await rosa.types("/hearings add", channel="court-boston")
            form = await practice.until(lambda: rosa.modal)
            await rosa.fills(
                form,
                {"kind": "Bond hearing", "alias": "Gardener", "place": "Boston Immigration Court", "companions": "1"},
            )
            await rosa.submits(form)
            await practice.until(lambda: "Gardener" in card())
            await rosa.closes(None, everything=True)
            practice.faults.plan("hang", method="chat.update", times=99, seconds=30)
            message = next(one for one in channel.messages if one.bot)
            await rosa.presses("Claim", message)
            await practice.until(lambda: rosa.modal)
            await rosa.submits()
            assert "You are coming to H101" in text_of(rosa.modal)
            bot.process.kill()
        assert "Rosa" not in card()
        practice.faults.clear()
        async with program(
            str(ROOT / "bot.py"), folder=tmp_path, settings={**settings, "PORT": str(free_port())}
        ) as again:
            await again.says("ready")
            await practice.until(lambda: "Rosa" in card(), within=30)
            assert card().count("Gardener") == 1
