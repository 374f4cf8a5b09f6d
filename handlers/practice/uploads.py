"""Files on their way in: an address to send the bytes to, then the word that they belong to a channel."""

from dataclasses import dataclass

from handlers.practice.ids import new_id, new_secret


@dataclass(kw_only=True)
class Upload:
    file_id: str
    name: str
    length: int
    alt: str
    content: bytes | None = None


class Uploads:
    def __init__(self) -> None:
        self._by_secret: dict[str, Upload] = {}

    def expect(self, name: str, length: int, alt: str) -> tuple[str, Upload]:
        secret, upload = new_secret(), Upload(file_id=new_id("F"), name=name, length=length, alt=alt)
        self._by_secret[secret] = upload
        return secret, upload

    def by_secret(self, secret: str) -> Upload | None:
        return self._by_secret.get(secret)

    def finish(self, file_id: str) -> Upload | None:
        """The uploaded file, once; None when there is none or its bytes never came."""
        for secret, upload in self._by_secret.items():
            if upload.file_id == file_id and upload.content is not None:
                return self._by_secret.pop(secret)
        return None
