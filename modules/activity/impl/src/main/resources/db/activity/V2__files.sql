-- Files that people attached to rows of registers; their contents are in the schema content.
CREATE TABLE activity.file (
    company     BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    register    VARCHAR(100) NOT NULL,
    row_id      BIGINT       NOT NULL,
    person      BIGINT,
    name        VARCHAR(200),
    kind        VARCHAR(200) NOT NULL,
    bytes       BIGINT       NOT NULL,
    content     VARCHAR(64)  NOT NULL,
    attached_at TIMESTAMP    NOT NULL,
    attached_by BIGINT       NOT NULL,
    is_detached BOOLEAN      NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE INDEX file_by_row ON activity.file (company, row_id, id);
CREATE INDEX file_by_person ON activity.file (company, person);
