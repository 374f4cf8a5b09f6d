from tests.slack.canaries import care, others
from tests.slack.canaries.walker import Walk
from tests.slack.scene import Scene
import time

async def test_x(scene: Scene) -> None:
    walk = Walk(scene=scene)
    for step in (care.hearings, care.needs, care.rooms, others.money, others.events, others.directory, others.alerts, others.congregations, others.settings, others.calendar):
        t=time.perf_counter()
        await step(walk)
        print(step.__name__, round(time.perf_counter()-t,2), len(scene.practice.traffic))
    await walk.passes(hours=50)
    await care.reports(walk)
    await others.trust(walk)
    await walk.passes(days=7)
    await walk.opens_home("daniel", "ana", "rosa", "sam", "ruth", "marie")
    print(sorted(walk.read))
    print(set(walk.words)-{c for _,c in walk.read}, len(scene.practice.traffic))
