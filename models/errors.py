"""Errors that a person can do something about."""

import errno


class KnownError(Exception):
    """Say in one plain Vietnamese sentence what happened, where, and what to do.

    The command line prints it and exits 1; the window shows it in a band. Anything else that is raised is a bug."""


_REASONS = {
    errno.ENOENT: "không có thư mục đó",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EISDIR: "đó là một thư mục",
    errno.EEXIST: "đã có một tệp mang tên đó",
    errno.EACCES: "không có quyền, hoặc tệp đang mở trong phần mềm khác",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho phép đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên quá dài",
}


def reason(error: OSError) -> str:
    """Return why the system refused a file or folder, in Vietnamese where the reason is a common one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
