CREATE TABLE book (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    title VARCHAR(200),
    kind VARCHAR(20),
    PRIMARY KEY (company, id)
);
CREATE INDEX book_by_title ON book (company, title, id);
CREATE TABLE label (
    company BIGINT NOT NULL,
    of_list VARCHAR(40) NOT NULL,
    book BIGINT NOT NULL,
    colour VARCHAR(20),
    score DECIMAL(19,6),
    PRIMARY KEY (company, of_list, book)
);
CREATE INDEX label_by_colour ON label (company, of_list, colour, book);
CREATE INDEX label_by_score ON label (company, of_list, score, book);
CREATE TABLE loan (
    company BIGINT NOT NULL,
    book BIGINT NOT NULL,
    since DATE,
    PRIMARY KEY (company, book)
);
CREATE INDEX loan_by_day ON loan (company, since, book);
CREATE VIEW book_overview AS SELECT b.company, b.id, b.title, b.kind,
    CASE WHEN b.kind = 'NOVEL' THEN 'FICTION' ELSE 'FACTS' END AS shelf FROM book b;
