"""What a report counts, purely: a figure is a name, a definition and the cases it counts."""
