# The audit log: what it cannot be filtered by.

journal-unknown-title = The audit log cannot be filtered like this
journal-unknown-words = The address names something that the audit log does not know. Open the whole audit log and choose the filters there.
journal-unknown-back = Show the whole audit log
