"""What a coach records: each function takes a case and returns it with one more thing said.

Nothing here looks at a clock or a disk, and nothing is judged beyond what the words need to make sense;
whether the case is sound afterwards is for ``domain.checks``.
"""
