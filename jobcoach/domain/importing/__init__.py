"""A spreadsheet becomes cases: whose columns they are, what their words and dates mean, who is there already.

Nothing here reads a file or makes one: rows come from ``store.spreadsheet``, records from ``store.cells``.
"""
