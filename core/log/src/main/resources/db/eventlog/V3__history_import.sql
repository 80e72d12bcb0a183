-- Imports of history that have not come to their end: the clock waits for them, whatever is killed meanwhile.
CREATE TABLE eventlog.history_import (
    company BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    CONSTRAINT history_import_key PRIMARY KEY (company, name)
);
