"""What all tests share."""

from hypothesis import settings

from tests.fixtures.loopback import stay_on_this_machine
from tests.fixtures.memory import keep_temporary_files_in_memory

pytest_plugins = ["tests.fixtures.chromium", "tests.fixtures.postgres", "tests.fixtures.database"]

# A slow machine is no reason to fail: what must be fast is measured in benchmarks, not in tests.
settings.register_profile("alongside", deadline=None)
settings.load_profile("alongside")

stay_on_this_machine()
keep_temporary_files_in_memory()
