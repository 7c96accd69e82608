"""Machine-readable outputs: each a pure function from plain values to text or bytes.

Reads no file, no clock, no locale and no settings; whatever an output says comes in as
an argument.
"""
