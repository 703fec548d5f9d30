-- What someone in a chat was answered last, as ids: the next question may go on from there, for a while.
CREATE TABLE contexts (
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    request TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (chat, person)
) STRICT, WITHOUT ROWID;
