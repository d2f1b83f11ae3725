"""The catalogues danvan ships, as TOML; read by :mod:`danvan.catalogue`."""
