CREATE TABLE tag (
    company BIGINT NOT NULL,
    note BIGINT NOT NULL,
    label VARCHAR(40),
    PRIMARY KEY (company, note)
);
CREATE INDEX tag_by_label ON tag (company, label, note);
