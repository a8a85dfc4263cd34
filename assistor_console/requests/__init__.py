"""The contract: requests, replies and their wire form."""
