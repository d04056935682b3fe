"""What goes out to a translator as one file, and comes back through the same checks."""
