CREATE TABLE shelf.thing (
    company BIGINT NOT NULL,
    name VARCHAR(40) NOT NULL,
    pieces BIGINT NOT NULL,
    PRIMARY KEY (company, name)
);
CREATE TABLE shelf.label (
    company BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    text VARCHAR(40) NOT NULL,
    PRIMARY KEY (company, valid_from)
);
