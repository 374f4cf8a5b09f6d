"""What Slack did not sign does not get in (T1), and nothing of it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.slack.gate import LARGEST, WINDOW, lets_in, signed

SECRET = "a-signing-secret-of-nobody"
NOW = 1_772_463_600.0
BODY = b"command=%2Fhearings&text=today"


def headers(**changes: list[str]) -> dict[str, list[str]]:
    stamp = str(int(NOW))
    own = {"x-slack-request-timestamp": [stamp], "x-slack-signature": [signed(SECRET, stamp, BODY)]}
    return {**own, **{name.replace("_", "-"): values for name, values in changes.items()}}


def stamped(seconds: float) -> dict[str, list[str]]:
    stamp = str(int(NOW + seconds))
    return headers(x_slack_request_timestamp=[stamp], x_slack_signature=[signed(SECRET, stamp, BODY)])


def test_a_request_that_slack_signed_just_now_gets_in() -> None:
    assert lets_in(SECRET, headers(), BODY, now=NOW)


@pytest.mark.parametrize("seconds", [-WINDOW, WINDOW])
def test_a_signature_is_good_for_five_minutes(seconds: float) -> None:
    assert lets_in(SECRET, stamped(seconds), BODY, now=NOW)


@pytest.mark.parametrize("seconds", [-WINDOW - 1, WINDOW + 1, -86_400])
def test_a_stale_or_early_request_does_not_get_in(seconds: float) -> None:
    assert not lets_in(SECRET, stamped(seconds), BODY, now=NOW)


NO_TIME = ("", "soon", "-5", "1e9", "１７７２４６３６００", "9" * 40, "1772463600.0", " 1772463600")


@pytest.mark.parametrize("stamp", NO_TIME)
def test_a_timestamp_that_is_not_a_plain_number_does_not_get_in(stamp: str) -> None:
    odd = headers(x_slack_request_timestamp=[stamp], x_slack_signature=[signed(SECRET, stamp, BODY)])
    assert not lets_in(SECRET, odd, BODY, now=NOW)


@pytest.mark.parametrize("name", ["x_slack_request_timestamp", "x_slack_signature"])
def test_a_missing_or_doubled_header_does_not_get_in(name: str) -> None:
    own = headers()[name.replace("_", "-")]
    assert not lets_in(SECRET, headers(**{name: []}), BODY, now=NOW)
    assert not lets_in(SECRET, headers(**{name: own * 2}), BODY, now=NOW)


def test_a_body_that_is_too_large_does_not_get_in() -> None:
    body = b"x" * (LARGEST + 1)
    stamp = str(int(NOW))
    own = headers(x_slack_signature=[signed(SECRET, stamp, body)])
    assert not lets_in(SECRET, own, body, now=NOW)


@given(st.integers(min_value=0, max_value=len(BODY) * 8 - 1))
def test_one_changed_bit_does_not_get_in(bit: int) -> None:
    changed = bytearray(BODY)
    changed[bit // 8] ^= 1 << (bit % 8)
    assert not lets_in(SECRET, headers(), bytes(changed), now=NOW)


@given(st.text(max_size=80))
def test_no_made_up_signature_gets_in(signature: str) -> None:
    assert not lets_in(SECRET, headers(x_slack_signature=[signature]), BODY, now=NOW)


def test_another_secret_does_not_get_in() -> None:
    assert not lets_in("another-secret", headers(), BODY, now=NOW)
