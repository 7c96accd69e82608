"""security.txt."""

from newsdesk.wire.security import security_txt


def test_security_txt_has_each_field_once() -> None:
    expected = (
        "Contact: mailto:humas@kota.example\n"
        "Expires: 2027-01-01T00:00:00Z\n"
        "Preferred-Languages: id, en\n"
        "Canonical: https://kota.example/.well-known/security.txt\n"
    )
    assert expected == security_txt(
        "humas@kota.example",
        "https://kota.example/",
        "2027-01-01T00:00:00Z",
        ("id", "en"),
    )


def test_security_txt_of_a_site_without_https_has_no_canonical() -> None:
    text = security_txt(
        "humas@kota.example", "http://localhost:8000/", "2027-01-01T00:00:00Z", ("id",)
    )
    expected = (
        "Contact: mailto:humas@kota.example\n"
        "Expires: 2027-01-01T00:00:00Z\n"
        "Preferred-Languages: id\n"
    )
    assert expected == text
