"""The version of the program, said in this one place."""

VERSION = "0.1.0"
