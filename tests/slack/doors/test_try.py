import time, cProfile, pstats
from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing
from chatbot.opening import open_database
from tests.slack.doors.town import Town
from tests.slack.doors.walking import walk
async def test_try(tmp_path, new_file):
    clock = Clock()
    database = open_database(new_file, clock)
    await database.start()
    t=time.time()
    town = await Town.of(database, clock, KeyRing.create(tmp_path/"keys"/"keyring.json"))
    print("settled", time.time()-t); t=time.time()
    pr=cProfile.Profile(); c=time.process_time(); n=town._touches; pr.enable(); found = await walk(town); pr.disable(); print("cpu", time.process_time()-c, town._touches-n); pstats.Stats(pr).sort_stats("cumtime").print_stats(45)
    print("walked", time.time()-t)
    r=town.registered
    names = {("command",n) for n in r.commands}|{("message",n) for n in r.actions}|{("form",n) for n in r.forms}|{("shortcut",n) for n in r.shortcuts}
    got={(str(s),n) for s,n in found.touches}
    print(len(names), "missing", sorted(names-got))
    print("unknown", sorted(got-names))
    print(len(found.views), len(found.messages), sum(map(len,found.touches.values())))
    from collections import Counter
    print(Counter((h,t.name,x) for h,t,x in found.wrongly_refused if "Allowed" in x or "Outs" in x))
    print(Counter((t.name,x) for h,t,x in found.wrongly_refused if t.surface=="form"))
    await town.chatbot.database.stop()
