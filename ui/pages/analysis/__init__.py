"""Phân tích: four linked views of the same figures."""
