"""The desk check: what is wrong in a content folder, where, and how to mend it."""
