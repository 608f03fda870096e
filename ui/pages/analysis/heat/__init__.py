"""Đơn vị × chỉ tiêu: the heat map."""
