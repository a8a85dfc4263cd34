"""One console's settings: file < environment < flag, and a clear word for every mistake."""

from pathlib import Path

import pytest

from assistor_console.domain.errors import Trouble
from assistor_console.domain.terms import Language, Realm
from assistor_console.settings import Settings, Theme, load_settings, settings_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where this test's settings file lies; it does not exist yet."""
    return tmp_path / "settings.toml"


def _load(file: Path, content: str, environ: dict[str, str] | None = None, **flags: str | None) -> Settings:
    file.write_text(content, encoding="utf-8")
    return load_settings(flags, {"ASSISTOR_SETTINGS": str(file), **(environ or {})})


def _trouble(file: Path, content: str, environ: dict[str, str] | None = None, **flags: str | None) -> Trouble:
    with pytest.raises(Trouble) as caught:
        _load(file, content, environ, **flags)
    return caught.value


def test_an_empty_file_gives_practice(file: Path) -> None:
    settings = _load(file, "")
    assert (settings.realm, settings.theme, settings.language) == (Realm.PRACTICE, Theme.SYSTEM, Language.EN)
    assert settings.data_dir.is_absolute()
    assert settings.data_dir.name == "practice"
    assert settings.console_name


def test_each_realm_has_its_own_folder(file: Path) -> None:
    practice, live = _load(file, ""), _load(file, 'realm = "live"')
    assert practice.data_dir != live.data_dir
    assert practice.data_dir.parent == live.data_dir.parent


def test_the_environment_overrules_the_file_and_a_flag_both(file: Path) -> None:
    content, environ = 'theme = "light"', {"ASSISTOR_THEME": "dark"}
    assert _load(file, content).theme is Theme.LIGHT
    assert _load(file, content, environ).theme is Theme.DARK
    assert _load(file, content, environ, theme="contrast").theme is Theme.CONTRAST
    assert _load(file, content, environ, theme=None).theme is Theme.DARK


def test_every_key_can_be_set(file: Path, tmp_path: Path) -> None:
    content = f'realm="live"\ndata_dir=\'{tmp_path}\'\ntheme="dark"\nlanguage="es"\nconsole_name=" Desk 7 "'
    assert _load(file, content) == Settings(Realm.LIVE, tmp_path, Theme.DARK, Language.ES, "Desk 7")


def test_a_server_and_its_consoles_can_be_set(file: Path, tmp_path: Path) -> None:
    content = (
        f'desk="https://desk.example:8443/"\ntrust=\'{tmp_path}/ca.pem\'\nlisten="[::1]:0"\nprocesses="2"'
    )
    settings = _load(file, content, database="postgresql://desk@/assistor?host=/run/postgresql")
    assert (settings.desk, settings.trust) == ("https://desk.example:8443", tmp_path / "ca.pem")
    assert (settings.listen, settings.processes) == ("[::1]:0", 2)
    assert settings.database == "postgresql://desk@/assistor?host=/run/postgresql"


@pytest.mark.parametrize(
    ("content", "code", "key"),
    [
        ('desk = "http://desk.example"', "settings.bad_value", "desk"),
        ('desk = "https://ann:secret@desk.example"', "settings.bad_value", "desk"),
        ('desk = "https://desk.example/path"', "settings.bad_value", "desk"),
        ('desk = "https://desk.example:99999"', "settings.bad_value", "desk"),
        ('trust = " "', "settings.bad_value", "trust"),
        ('database = "mysql://host/name"', "settings.bad_value", "database"),
        ('database = "postgresql://user:secret@host/name"', "settings.password", "database"),
        ('database = "postgresql://host/name?password=secret"', "settings.password", "database"),
        ('listen = "8443"', "settings.bad_value", "listen"),
        ('listen = "host:65536"', "settings.bad_value", "listen"),
        ('processes = "0"', "settings.bad_value", "processes"),
        ('realm = "Live"', "settings.bad_value", "realm"),
        ('theme = "pink"', "settings.bad_value", "theme"),
        ('language = ""', "settings.bad_value", "language"),
        ('data_dir = "beside"', "settings.bad_value", "data_dir"),
        ('data_dir = ""', "settings.bad_value", "data_dir"),
        ('console_name = " "', "settings.bad_value", "console_name"),
        ('console_name = "a\\nb"', "settings.bad_value", "console_name"),
        (f'console_name = "{"x" * 65}"', "settings.bad_value", "console_name"),
        ("realm = 1", "settings.not_text", "realm"),
        ('password = "x"', "settings.unknown_key", "password"),
        ("realm = ", "settings.not_toml", ""),
    ],
)
def test_a_mistake_in_the_file_is_named(file: Path, content: str, code: str, key: str) -> None:
    trouble = _trouble(file, content)
    assert (trouble.code, trouble.values["file"], trouble.values["key"]) == (code, str(file), key)
    assert trouble.values["reason"]


def test_a_mistake_elsewhere_names_its_place(file: Path) -> None:
    assert _trouble(file, "", {"ASSISTOR_REALM": "test"}).values["file"] == "ASSISTOR_REALM"
    assert _trouble(file, "", data_dir="x").values["file"] == "--data-dir"


def test_no_trouble_repeats_the_value(file: Path) -> None:
    assert "hunter2" not in str(_trouble(file, 'password = "hunter2"').values)
    assert "hunter2" not in str(_trouble(file, 'theme = "hunter2"').values)


def test_a_file_that_is_not_text_is_named(file: Path) -> None:
    file.write_bytes(b"realm = \xff")
    with pytest.raises(Trouble, match=r"settings\.not_toml"):
        load_settings({}, {"ASSISTOR_SETTINGS": str(file)})


def test_a_file_asked_for_must_be_there(file: Path) -> None:
    with pytest.raises(Trouble, match=r"settings\.unreadable"):
        load_settings({}, {"ASSISTOR_SETTINGS": str(file)})


def test_the_usual_file_is_the_users_own() -> None:
    assert settings_file({}).parts[-2:] == ("assistor-console", "settings.toml")


def test_a_flag_nobody_knows_is_a_bug(file: Path) -> None:
    with pytest.raises(ValueError, match="colour"):
        _load(file, "", colour="red")
