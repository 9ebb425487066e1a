"""What starting up costs."""
