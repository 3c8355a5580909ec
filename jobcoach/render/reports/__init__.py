"""Reports in words: what each figure means, tables on the screen, in documents and in spreadsheets."""
