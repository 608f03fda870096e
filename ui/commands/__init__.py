"""The jobs of the command line, one module each, and the words they are asked with. Imports no Qt."""
