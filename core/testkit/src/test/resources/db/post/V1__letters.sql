CREATE TABLE post.person (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL,
    name VARCHAR(200),
    PRIMARY KEY (company, id)
);
CREATE TABLE post.letter (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    sent_on DATE NOT NULL,
    writer BIGINT,
    PRIMARY KEY (company, id)
);
CREATE INDEX letter_by_day ON post.letter (company, sent_on, id);
CREATE VIEW post.letter_overview AS SELECT l.company, l.id, l.sent_on, l.writer, 'POST' AS way FROM post.letter l;
ALTER TABLE post.person ADD COLUMN name_key ${key};
ALTER TABLE post.person ADD COLUMN name_folded VARCHAR(1000);
ALTER TABLE post.person ADD COLUMN name_by VARCHAR(40);
CREATE INDEX person_by_name ON post.person (company, name_key, id);
