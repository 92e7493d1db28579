"""Stories: which reports tell one event, as they arrive, with the reasons."""
