"""A worker gets the variables of its parent, but no secrets."""

import pytest

from printkit.workers.passed_environment import passed_environment
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import environment_of

SECRETS = (
    "AWS_ACCESS_KEY_ID",
    "AZURE_STORAGE_CONNECTION_STRING",
    "GOOGLE_APPLICATION_CREDENTIALS",
    "GITHUB_TOKEN",
    "my_secret",
    "DB_PASSWORD",
    "SITE_PASSWD",
    "API_KEY",
    "APIKEY",
    "KEY_OF_STORE",
)
PLAIN = ("LANG", "KEYBOARD", "MONKEY", "PRINTKIT_TESTED")


def test_secrets_stay_with_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names tell which variables are secrets."""
    for name in (*SECRETS, *PLAIN):
        monkeypatch.setenv(name, "canary")
    assert not {name for name in passed_environment() if name in SECRETS}
    assert {name for name, value in passed_environment().items() if value == "canary"} == {*PLAIN}
    with Workers() as room:
        assert room.do(environment_of, "AWS_ACCESS_KEY_ID")[0] is None
        assert room.do(environment_of, "MONKEY")[0] == "canary"
