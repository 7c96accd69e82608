"""What is said in both languages, and how an error says it in one."""

from newsdesk.saying import Bilingual, SaidError

GONE = Bilingual('"{name}" hilang.', '"{name}" is gone.')


def test_message_has_its_place_and_its_values_in_either_language():
    said = GONE.filled(name="a").at("b.md:1")

    assert ('b.md:1: "a" hilang.', 'b.md:1: "a" is gone.') == (
        said.said("id"),
        said.said("en"),
    )


def test_error_says_all_its_lines_in_one_language():
    error = SaidError(GONE.filled(name="a"), "b.md:1: KeyError: 'c'")

    assert "\"a\" hilang.\nb.md:1: KeyError: 'c'" == error.said("id")
    assert "\"a\" is gone.\nb.md:1: KeyError: 'c'" == error.said("en")


def test_error_of_which_nobody_knows_the_language_says_both():
    error = SaidError(GONE.filled(name="a"))

    assert '"a" hilang. / "a" is gone.' == str(error)
