"""Both kinds of database that tests run on are really there, empty and apart."""

from sqlalchemy import create_engine, inspect, text


def test_a_fresh_database_is_empty_and_writable(database_url: str) -> None:
    engine = create_engine(database_url)
    assert engine.dialect.name in database_url
    assert inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (n INTEGER)"))
        connection.execute(text("INSERT INTO kept VALUES (7)"))
        assert connection.scalar(text("SELECT n FROM kept")) == 7
    engine.dispose()


def test_nothing_is_left_from_another_test(database_url: str) -> None:
    engine = create_engine(database_url)
    assert not inspect(engine).has_table("kept")
    engine.dispose()
