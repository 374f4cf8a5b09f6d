"""A Web API error, as the body Slack answers with."""

from handlers.practice.network import JSON


class ApiError(Exception):
    """`error` is Slack's code; `more` is what stands beside it in the body."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more: JSON = more

    def body(self) -> JSON:
        return {"ok": False, "error": self.error, **self.more}


def explained(error: str, problems: list[str]) -> ApiError:
    """With the sentences Slack adds for whoever wrote the blocks or arguments."""
    messages = {"messages": [f"[ERROR] {problem}" for problem in problems]}
    if error == "invalid_blocks":
        return ApiError(error, errors=problems, response_metadata=messages)
    return ApiError(error, response_metadata=messages)
