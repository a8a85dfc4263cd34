"""Qt only: pages, dialogs, widgets; knows requests and nothing below them."""
