-- What somebody has typed into the form of a list and not recorded yet. No fact: it is in no log, and no module owns it,
-- so that a purge leaves it. What it says is sealed with the key of who made it.
CREATE TABLE web.draft (
    company    BIGINT       NOT NULL,
    id         BIGINT       NOT NULL,
    register   VARCHAR(200) NOT NULL,
    made_by    BIGINT       NOT NULL,
    made_at    TIMESTAMP    NOT NULL,
    changed_by BIGINT       NOT NULL,
    changed_at TIMESTAMP    NOT NULL,
    version    BIGINT       NOT NULL,
    head       ${binary}    NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE INDEX draft_by_register ON web.draft (company, register, id);
CREATE INDEX draft_by_maker ON web.draft (company, made_by, id);

CREATE TABLE web.draft_piece (
    company BIGINT    NOT NULL,
    draft   BIGINT    NOT NULL,
    place   INTEGER   NOT NULL,
    body    ${binary} NOT NULL,
    PRIMARY KEY (company, draft, place)
);

-- Whom a draft names, or names a document of: it goes when one of them is erased.
CREATE TABLE web.draft_about (
    company BIGINT NOT NULL,
    party   BIGINT NOT NULL,
    draft   BIGINT NOT NULL,
    PRIMARY KEY (company, party, draft)
);

CREATE INDEX draft_about_draft ON web.draft_about (company, draft);
