"""The words of each report: its tables, the names of its rows, the definition of every figure."""
