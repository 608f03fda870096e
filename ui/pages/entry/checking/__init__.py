"""Kiểm tra phiếu: what is to be looked at before a form is sent."""
