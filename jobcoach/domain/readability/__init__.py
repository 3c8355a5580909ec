"""Whether somebody who reads with difficulty can read the free text of a plan: rules of thumb.

``plan_texts`` says which texts a plan shows, ``sentences`` splits them, ``rules`` finds what is hard; the
words of each language are data in a module of their own. None of it knows grammar: the coach decides.
"""
