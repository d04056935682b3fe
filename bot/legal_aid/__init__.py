"""Who gives legal help, whom they serve, and which two or three are named for a county."""
