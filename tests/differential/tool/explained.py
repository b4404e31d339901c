"""Differences that are explained: freedoms that the documentation leaves, and what Wine does
otherwise than the documentation. Each has its page, under
https://learn.microsoft.com/windows/win32/ (or the header's reference, as nf-winuser-setparent).

A rule changes both sides of a step, or says that what comes after a step cannot be compared.
"""
import re


class Rule:
    def __init__(self, name, page, why, change=None, ends=None):
        self.name, self.page, self.why = name, page, why
        self.change, self.ends = change, ends

    def apply(self, ours, theirs):
        return self.change(ours, theirs) if self.change is not None else (ours, theirs)


RULES = []
