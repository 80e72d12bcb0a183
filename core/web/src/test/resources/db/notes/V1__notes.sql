CREATE TABLE notes.note (
    company   BIGINT        NOT NULL,
    id        BIGINT        NOT NULL,
    version   BIGINT        NOT NULL,
    title     VARCHAR(40)   NOT NULL,
    amount    DECIMAL(19,4),
    due_date  DATE,
    status    VARCHAR(10)   NOT NULL,
    PRIMARY KEY (company, id)
);
