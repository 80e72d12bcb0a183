-- What people wrote about rows of registers.
CREATE TABLE activity.note (
    company      BIGINT        NOT NULL,
    id           BIGINT        NOT NULL,
    register     VARCHAR(100)  NOT NULL,
    row_id       BIGINT        NOT NULL,
    person       BIGINT,
    text         VARCHAR(4000),
    written_at   TIMESTAMP     NOT NULL,
    written_by   BIGINT        NOT NULL,
    changed_at   TIMESTAMP,
    is_withdrawn BOOLEAN       NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE INDEX note_by_row ON activity.note (company, row_id, id);
CREATE INDEX note_by_person ON activity.note (company, person);
