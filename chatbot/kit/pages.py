"""A long list is shown a page at a time."""


def turned_to(page: int, *, total: int, size: int) -> tuple[int, int]:
    """Which page of so many entries is shown, and of how many, when `page` is asked for.

    Pages count from 1. One beyond the last is the last one; an empty list has one page.
    """
    pages = max(1, -(-total // size))
    return min(max(page, 1), pages), pages
