"""The description is true: schemathesis asks for what it allows and for what it forbids, and finds nothing."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from firsthand.api import Corpus
from firsthand.web.app import Settings, create_app
from firsthand.web.rest.openapi import PREFIX
from firsthand.web.rest.operations import OPERATIONS, Operation
from tests.web.rest.conftest import BEARER, TOKEN

# Starting a process for each example takes a second: fewer of those.
EXAMPLES, DEAR = 20, 4
QUIET = settings(
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@pytest.fixture(scope="module")
def described(linked: Path) -> Iterator[Any]:
    app = create_app(Corpus(linked), Settings(host="testserver", port=80, token=TOKEN))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", app)
        # What is said to be wrong with a text or a correction is no fault of the request.
        found.config.checks.positive_data_acceptance.expected_statuses += ["422"]
        found.config.checks.negative_data_rejection.expected_statuses += ["413", "414", "431"]
        yield found


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "forbidden"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.name)
def test_what_is_answered_is_what_is_described(described: Any, operation: Operation, mode: Any) -> None:
    """Statuses, media types, schemas and headers; what the description forbids is refused; the token is asked for."""
    if mode is GenerationMode.NEGATIVE and not operation.asks.__dataclass_fields__ and operation.body is None:
        return  # there is nothing that could be wrong
    cases = described[operation.path][operation.method].as_strategy(generation_mode=mode)
    headers = BEARER if operation.token else None

    @settings(QUIET, max_examples=DEAR if operation.slow else EXAMPLES)
    @given(case=cases)
    def holds(case: Any) -> None:
        case.call_and_validate(headers=headers)

    holds()
