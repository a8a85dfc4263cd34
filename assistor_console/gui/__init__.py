"""The console's windows: Qt only. What it knows of the house is the contract in `requests`."""

from .singletons import keep_alive

keep_alive()
