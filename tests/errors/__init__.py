"""One module per finding code of ``check`` (a package, so that names may recur elsewhere)."""
