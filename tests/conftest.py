"""What all tests share: the counts of properties, and the tools that tests drive."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest
from newsdesk.press.build import Built, Order, build

ROOT = Path(__file__).parents[1]

# `test` takes a fixed sample of every property; `--long` the full counts.
hypothesis.settings.register_profile(
    "sample", max_examples=60, derandomize=True, deadline=None
)
hypothesis.settings.register_profile(
    "long",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)


# What tests marked `host` drive, by the names of their programs.
HOST_TOOLS = ("nginx", "caddy", "rsync", "openssl")

# Tests on the reference release are collected only where it is.
REFERENCE = ROOT.parent / "shared/releases/blimbing-2023-05-16.txt"
collect_ignore = [] if REFERENCE.exists() else ["test_reference.py"]
# The settings of a peer would pass for those of the project.
collect_ignore.append("bench/peers")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the full counts")
    parser.addoption("--slow", action="store_true", help="run what takes seconds too")
    parser.addoption("--rewrite", action="store_true", help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "sample")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave slow tests to CI and `--long`; skip what needs a tool that is not here."""
    if not (config.getoption("--slow") or config.getoption("--long")):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]
    if not shutil.which("hugo"):
        # A peer to measure against, which nothing of ours needs.
        peers = [item for item in items if item.get_closest_marker("hugo")]
        config.hook.pytest_deselected(items=peers)
        items[:] = [item for item in items if item not in peers]
    missing = {
        "browser": None if shutil.which("chromium") else "chromium",
        "host": next((t for t in HOST_TOOLS if not shutil.which(t)), None),
        "vnu": None if shutil.which("java") and vnu_jar().exists() else "java or vnu",
    }
    for item in items:
        for mark, tool in missing.items():
            if tool and item.get_closest_marker(mark):
                reason = f"{tool} is missing"
                if os.environ.get("CI"):
                    pytest.exit(f"CI may not skip: {reason}", 1)
                item.add_marker(pytest.mark.skip(reason=reason))


def vnu_jar() -> Path:
    """Return where `tasks.py test` puts the Nu Html Checker."""
    return ROOT / ".venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar"


NOW = "2026-11-24 09:00"
"""The instant at which every site of the tests is built."""


def build_site(content: Path, output: Path, **more: object) -> Built:
    """Build a site as `tasks.py build` does, at the tests' instant."""
    order = Order(
        content=content,
        output=output,
        now=NOW,
        strict=True,
        private=False,
        site_url="",
        lang="id",
    )
    return build(replace(order, **more), ROOT)


def _site(name: str, content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp(name) / "site"
    build_site(content, output)
    return output


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of tests/content, which the golden files hold."""
    return _site("golden", ROOT / "tests/content", tmp_path_factory)


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of another office: another zone, under a path, without English."""
    return _site("kedua", ROOT / "tests/kota-kedua", tmp_path_factory)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own content."""
    return _site("contoh", ROOT / "content", tmp_path_factory)


@pytest.fixture(params=["golden_site", "second_site", "sample_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the three sites."""
    built: Path = request.getfixturevalue(request.param)
    return built
