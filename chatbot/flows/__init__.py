"""Stories that go through several rooms."""
