"""Word files: read as they are, written and commented with python-docx, the extra ``docx``."""

__all__: list[str] = []
