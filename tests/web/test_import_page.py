"""The page for importing: kind, plain, and open only to the one who was given its address."""

from io import BytesIO

import aiohttp
import pytest

from chatbot.hearings.model import Filter
from tests.hearings.importing.sheets import GOOD, long
from tests.slack.scene import Scene
from tests.web.addresses import of_import


async def sends(visitor: aiohttp.ClientSession, url: str, file: str | bytes | None = None, press: str = "") -> str:
    """The page after a file was chosen, or a button pressed."""
    parts = aiohttp.FormData(default_to_multipart=True)
    if file is not None:
        content = file.encode() if isinstance(file, str) else file
        parts.add_field("file", BytesIO(content), filename="hearings.csv")
    if press:
        parts.add_field("press", press)
    async with visitor.post(url, data=parts) as answer:
        assert answer.status == 200
        return await answer.text()


async def reads(visitor: aiohttp.ClientSession, url: str) -> str:
    async with visitor.get(url) as answer:
        return await answer.text()


async def aliases(scene: Scene) -> set[str]:
    found = await scene.chatbot.hearings.listed(Filter(days=800), size=1000, by=await scene.known("daniel"))
    return {hearing.alias for hearing in found.hearings}


async def test_a_file_is_looked_at_confirmed_watched_and_undone(scene: Scene, visitor: aiohttp.ClientSession) -> None:
    url = await of_import(scene)
    assert "CSV file" in await reads(visitor, url)
    page = await sends(visitor, url, GOOD + "C.,bond,<b>Nowhere</b>,,,1\n")
    assert "2 rows are good. 1 cannot be taken." in page
    assert "Row 4, Place: The directory has no place" in page
    assert "&lt;b&gt;Nowhere&lt;/b&gt;" in page
    assert "Not imported, because I do not know these headings: Whatever." in page
    assert await aliases(scene) == set()
    assert "nothing was imported" in await sends(visitor, url, press="all")
    await sends(visitor, url, press="good")
    await scene.settle()
    page = await reads(visitor, url)
    assert "2 hearings are imported." in page
    assert len(await aliases(scene)) == 2
    await sends(visitor, url, press="undo")
    await scene.settle()
    assert "The import is undone." in await reads(visitor, url)
    assert await aliases(scene) == set()


async def test_two_hundred_rows_get_their_cards_without_a_complaint_of_slacks(
    scene: Scene, visitor: aiohttp.ClientSession
) -> None:
    url = await of_import(scene)
    await sends(visitor, url, long(200))
    await sends(visitor, url, press="all")
    await scene.settle()
    assert len(await aliases(scene)) == 200
    cards = [one for one in scene.practice.channel("court-boston").messages if one.bot and "P1" in str(one.blocks)]
    assert len(cards) > 100


async def test_pressing_twice_and_choosing_another_file_afterwards_change_nothing(
    scene: Scene, visitor: aiohttp.ClientSession
) -> None:
    url = await of_import(scene)
    await sends(visitor, url, GOOD)
    for _ in range(3):
        await sends(visitor, url, press="all")
    await scene.settle()
    assert "This import is over" in await sends(visitor, url, long(3))
    assert len(await aliases(scene)) == 2


@pytest.mark.parametrize(
    "file",
    [b"\x00" * 1000, b"x" * 3_000_000, b"", "alias\n=1\n".encode("utf-16"), b'"' + b"x" * 200_000],
    ids=["nothing but NUL", "too large", "empty", "no table", "an open quotation"],
)
async def test_whatever_is_sent_the_page_answers_kindly(
    scene: Scene, visitor: aiohttp.ClientSession, file: bytes
) -> None:
    url = await of_import(scene)
    page = await sends(visitor, url, file)
    assert "CSV file" in page
    assert 'class="said amiss"' in page


BROKEN = (b"", b"--x", b"--x\r\nContent-Disposition: form-data; name=file\r\n\r\nabc", b"\xff" * 99)


async def test_a_form_that_is_none_does_no_harm(scene: Scene, visitor: aiohttp.ClientSession) -> None:
    """T3"""
    url = await of_import(scene)
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x", "multipart/mixed; boundary=", "text/plain"):
        for body in BROKEN:
            async with visitor.post(url, data=body, headers={"Content-Type": kind}) as answer:
                assert answer.status in (200, 400)


async def test_the_template_speaks_the_readers_language(scene: Scene, visitor: aiohttp.ClientSession) -> None:
    await scene.chatbot.people.prefer({"language": "es"}, by=await scene.known("daniel"))
    url = await of_import(scene)
    assert 'lang="es"' in await reads(visitor, url)
    async with visitor.get(f"{url}/template.csv") as answer:
        assert answer.headers["Content-Disposition"] == 'attachment; filename="hearings.csv"'
        text = (await answer.read()).decode("utf-8-sig")
    assert text.startswith("Tipo,Alias,Sitio,Día,")
    assert "1 fila" in await sends(visitor, url, text)


async def test_a_wrong_or_old_address_and_someone_who_may_not_any_more_find_nothing(
    scene: Scene, visitor: aiohttp.ClientSession
) -> None:
    url = await of_import(scene)
    await scene.trusts("daniel")
    for tried in (url, url + "x", url[:-1], f"{url}/template.csv", url.rsplit("/", 1)[0] + "/%F0%9F%98%80"):
        async with visitor.get(tried, headers={"Accept-Language": "pt-BR"}) as answer:
            assert answer.status == 404
            assert 'lang="pt"' in await answer.text()
        async with visitor.post(tried, data={"press": "all"}) as answer:
            assert answer.status in (404, 405)


async def test_the_page_runs_no_script_loads_nothing_and_is_kept_nowhere(
    scene: Scene, visitor: aiohttp.ClientSession
) -> None:
    async with visitor.get(await of_import(scene)) as answer:
        headers, text = answer.headers, await answer.text()
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "<script" not in text
    assert "http" not in text.replace("http-equiv", "")
