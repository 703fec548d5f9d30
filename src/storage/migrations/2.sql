-- An update that ends the whole process again and again is found by the starts that it has waited through.
ALTER TABLE inbox ADD COLUMN starts INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_by_chat ON inbox (chat);

-- Questions without an answer, where the operator keeps them: not who asked, nor when but for the day.
CREATE TABLE unanswered (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    asked_on INTEGER NOT NULL
) STRICT;
