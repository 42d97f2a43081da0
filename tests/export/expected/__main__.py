from tests.export.expected import FILES, HERE, made

for name in FILES:
    (HERE / name).write_bytes(made(name).encode("utf-8"))
