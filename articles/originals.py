"""Where uploaded pictures are kept as they came."""

from django.core.files.storage import FileSystemStorage


class OriginalsStorage(FileSystemStorage):
    """Files that have no address: what a camera wrote into them can endanger people."""

    def url(self, name: str | None) -> str:
        """Raises ``ValueError``, as Django's storages do for files without an address."""
        raise ValueError("Original pictures have no address; readers get renditions.")
