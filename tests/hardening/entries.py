"""Every door through which text, bytes or numbers of strangers come in."""

from hardening import of_exchange, of_figures, of_files, of_papers, of_values

ENTRIES = {
    entry.name: entry
    for doors in (of_values, of_papers, of_figures, of_files, of_exchange)
    for entry in doors.entries()
}
