"""Tolls: how many people a report says were killed, injured or are missing."""
