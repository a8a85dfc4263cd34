"""What Prometheus may read: counts and times, never who asked or what."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from .counting import SHARED

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counts of one application; of several processes where SHARED names a folder."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._seconds = Histogram(
            "assistor_request_seconds",
            "Requests by act and outcome",
            ("act", "outcome"),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._running = self._gauge("assistor_requests_running", "Requests under way", "lane")
        self._streams = self._gauge("assistor_live_streams", "Open live streams")
        self._unsealed = Gauge(
            "assistor_trail_unsealed_seconds",
            "How long the oldest row of the trail has waited to be sealed",
            multiprocess_mode="mostrecent",
            registry=self._registry,
        )

    def _gauge(self, name: str, words: str, *labels: str) -> Gauge:
        return Gauge(name, words, labels, multiprocess_mode="livesum", registry=self._registry)

    def request(self, act: str, outcome: str, seconds: float) -> None:
        """A request has ended."""
        self._seconds.labels(act, outcome).observe(seconds)

    def unsealed(self, seconds: float) -> None:
        """How long the oldest row of the trail has waited to be sealed, as far as this process knows."""
        self._unsealed.set(seconds)

    @contextmanager
    def running(self, lane: str) -> Iterator[None]:
        """Within the block a request is under way in a lane; where that is "", a stream is."""
        gauge = self._running.labels(lane) if lane else self._streams
        gauge.inc()
        try:
            yield
        finally:
            gauge.dec()

    def text(self) -> bytes:
        """All of them as Prometheus reads them."""
        folder = os.environ.get(SHARED)
        if folder is None:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together, path=folder)  # type: ignore[no-untyped-call]
        return generate_latest(together)
