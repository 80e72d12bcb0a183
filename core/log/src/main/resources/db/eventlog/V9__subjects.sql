-- The row that an event is mainly about: the history of a document is found by it.
ALTER TABLE eventlog.event ADD COLUMN subject BIGINT;
CREATE INDEX event_by_subject ON eventlog.event (company, subject);

-- What is in the log by now gets its subjects while the server works; "*" stands for every type.
CREATE TABLE eventlog.subject_gap (
    type VARCHAR(120) NOT NULL,
    done BIGINT NOT NULL,
    up_to BIGINT NOT NULL,
    CONSTRAINT subject_gap_key PRIMARY KEY (type)
);
INSERT INTO eventlog.subject_gap (type, done, up_to)
    SELECT '*', 0, position FROM eventlog.event WHERE position = (SELECT MAX(position) FROM eventlog.event);
