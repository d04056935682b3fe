"""What each state's law asks or forbids, as sure as its source."""
