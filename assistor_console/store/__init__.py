"""SQLAlchemy Core, the vault, the trail and the migrations."""
