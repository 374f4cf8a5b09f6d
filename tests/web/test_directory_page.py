"""The page for bringing organisations in: open only to the one who was given its address, and only for an hour."""

import base64
import re
from datetime import timedelta
from io import BytesIO

import aiohttp

from chatbot.people.model import Grant, Role
from tests.slack.scene import Scene
from tests.web.addresses import of_directory

SHEET = "Name,Topics,Town\nOak Table,food,Natick\nOak Table,food,Natick\n<b>Bold</b> Help,legal,Lynn\n"


async def sends(visitor: aiohttp.ClientSession, url: str, **parts: bytes) -> tuple[int, str]:
    """What the page says after a file was chosen, or the good rows were taken."""
    form = aiohttp.FormData(default_to_multipart=True)
    for name, content in parts.items():
        form.add_field(name, BytesIO(content), filename="resources.csv" if name == "file" else None)
    async with visitor.post(url, data=form) as answer:
        return answer.status, await answer.text()


async def known(scene: Scene) -> int:
    return (await scene.chatbot.resources.search("", by=await scene.known("daniel"))).known


async def test_a_file_is_looked_at_and_its_good_rows_are_taken(scene: Scene, visitor: aiohttp.ClientSession) -> None:
    url = await of_directory(scene)
    async with visitor.get(f"{url}/template.csv") as template:
        assert "Topics" in await template.text()
    _, page = await sends(visitor, url, file=SHEET.encode())
    assert "2 rows are good. 1 cannot be taken." in page
    assert "Row 3, Name: Row 2 has the same name and town." in page
    assert await known(scene) == 0
    carried = re.search(r'name="carried" value="([^"]+)"', page)
    assert carried
    for said in ("2 entries are in the directory now.", "There is no row that can be imported."):
        _, page = await sends(visitor, url, carried=carried[1].encode())
        assert said in page
    assert await known(scene) == 2
    _, page = await sends(visitor, url, file=b"Town\n<b>x</b>\n")
    assert "Missing: Name and Topics" in page
    assert (await sends(visitor, url, carried=b"???"))[0] == 400


async def test_it_opens_for_nobody_else_and_not_for_longer(scene: Scene, visitor: aiohttp.ClientSession) -> None:
    url = await of_directory(scene)
    cut, made_up = url[:-8] + "AAAAAAA=", f"{url.rpartition('/')[0]}/{base64.urlsafe_b64encode(b'x' * 160).decode()}"
    for wrong in (cut, made_up, f"{url.rpartition('/')[0]}/%C3%A9"):
        async with visitor.get(wrong) as answer:
            assert answer.status == 404, wrong
        assert (await sends(visitor, wrong, file=SHEET.encode()))[0] == 404
    await scene.trusts("daniel", Grant(role=Role.LEAD))
    assert (await sends(visitor, url, file=SHEET.encode()))[0] == 404, "control: he coordinates no more"
    await scene.trusts("daniel", Grant(role=Role.COORDINATOR))
    assert (await sends(visitor, url, file=SHEET.encode()))[0] == 200
    scene.machine.passes(timedelta(minutes=61))
    status, page = await sends(visitor, url, file=SHEET.encode())
    assert (status, "This link is over." in page) == (404, True)
    assert await known(scene) == 0
