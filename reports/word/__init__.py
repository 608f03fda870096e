"""The document model written as a Word file."""
