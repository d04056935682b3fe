"""Twilio, which is named nowhere else: its requests, its documents, its codes, its API."""
