"""What carries texts: limits, prices, and one folder for each provider."""
