"""A whole call centre on this machine: PostgreSQL, servers behind one address, consoles."""
