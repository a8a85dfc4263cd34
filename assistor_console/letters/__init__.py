"""Documents for callers: the activation letter, the appointment slip and its calendar entry."""
