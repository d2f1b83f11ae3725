"""Word files: read, written, commented. Needs python-docx, the extra ``docx``."""

__all__: list[str] = []
