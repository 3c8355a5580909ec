"""What each report counts: one module, or a few, a report; how figures work lies one folder up."""
