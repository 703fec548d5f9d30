-- Updates that were fetched and are not answered yet. `state`: 0 waiting, 1 set aside.
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    raw TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    parts_sent INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Every update that was ever written into the inbox, until Telegram cannot send it again. Another server counts
-- anew, so a number alone does not tell that an update is the same.
CREATE TABLE seen (
    update_id INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (update_id, origin)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_age ON seen (seen_at);

-- What a chat has chosen.
CREATE TABLE chats (
    chat INTEGER PRIMARY KEY,
    language TEXT NOT NULL
) STRICT;

-- What Telegram was told, as a hash of it.
CREATE TABLE registered (
    what TEXT PRIMARY KEY,
    hash TEXT NOT NULL
) STRICT;
