"""In a checkout the program's files are the repository's own."""

from assistor_console.assets import migrations, resource
from tests.house.tree import ROOT


def test_resources_are_found_in_the_checkout() -> None:
    assert resource("policy", "2017-12-10.yaml") == ROOT / "resources" / "policy" / "2017-12-10.yaml"
    assert resource("policy", "2017-12-10.yaml").is_file()


def test_migrations_are_found_in_the_checkout() -> None:
    assert migrations() == ROOT / "db"
