"""Every page of every site, judged by the Nu Html Checker."""

import json
import subprocess
from pathlib import Path

import pytest
from conftest import vnu_jar

# Pages are judged where they lie, and there 'self' is no place. That the policy lets
# the site itself through is seen in a browser (test_browser.py).
OF_PLACE = "violates Content Security Policy (meta tag)"


@pytest.mark.vnu
def test_every_page_is_valid_html(site: Path):
    pages = sorted(str(path) for path in site.rglob("*.html"))
    run = subprocess.run(
        ["java", "-jar", str(vnu_jar()), "--format", "json", "--stdout", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    said = json.loads(run.stdout)["messages"]
    found = {
        f"{message['url'].rpartition(str(site))[2]}: {message['message']}"
        for message in said
        if (message["type"] == "error" or message.get("subType") == "warning")
        and OF_PLACE not in message["message"]
    }

    assert len(pages) > 0
    assert set() == found
