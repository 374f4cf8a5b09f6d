import sys
from tests.signups.play import Play
from tests.signups.test_history import play, sizes
from hypothesis.stateful import run_state_machine_as_test
import os
def test_more(play, kind):
    run_state_machine_as_test(play, settings=sizes(150 if kind=="sqlite" else 30))
