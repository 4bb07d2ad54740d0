"""Searches a Vraagbaak server: Dutch written questions and the answers to them."""

from .client import Client, ServerError
from .model import Asker, Document, Hit, Minister, Page, Pair, Passage, Suggestions

__all__ = [
    "Asker", "Client", "Document", "Hit", "Minister", "Page", "Pair", "Passage", "ServerError", "Suggestions",
]
