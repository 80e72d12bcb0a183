-- Contents of files by their hash. No module owns them: a purge leaves them, as it leaves the facts that name them.
CREATE TABLE content.content (
    company   BIGINT      NOT NULL,
    address   VARCHAR(64) NOT NULL,
    upload    BIGINT      NOT NULL,
    person    BIGINT,
    bytes     BIGINT      NOT NULL,
    is_kept   BOOLEAN     NOT NULL,
    PRIMARY KEY (company, address)
);

CREATE INDEX content_by_person ON content.content (company, person);
CREATE INDEX content_by_upload ON content.content (company, upload);

-- A content on its way in; it is done with when the content is kept.
CREATE TABLE content.upload (
    company  BIGINT    NOT NULL,
    id       BIGINT    NOT NULL,
    begun_at TIMESTAMP NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE content.piece (
    company BIGINT  NOT NULL,
    upload  BIGINT  NOT NULL,
    place   INTEGER NOT NULL,
    body    ${binary} NOT NULL,
    PRIMARY KEY (company, upload, place)
);
