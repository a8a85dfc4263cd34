"""The end of a call that cannot go on: what to say, and the key that ends it."""

from ....requests.intake import EndCall
from .notice import NoticeStep
from .step import Act


class ClosingStep(NoticeStep):
    """Reads the closing line and ends the call. Nothing tells why."""

    NAME, ICON, TONE, GO = "closing", "phone-disconnect", "soft", "call.finish"

    def acts(self) -> dict[str, Act]:
        """The end."""
        return {"call.finish": lambda: self.send(EndCall(call_id=self.call.call_id))}
