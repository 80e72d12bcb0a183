-- Goods that came in, by whichever door: what a company without a warehouse module wrote down.
CREATE TABLE masterdata.goods_note (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    happened_on DATE NOT NULL,
    supplier BIGINT,
    reference VARCHAR(100),
    PRIMARY KEY (company, id)
);
CREATE INDEX goods_note_by_day ON masterdata.goods_note (company, happened_on, id);
CREATE TABLE masterdata.goods_note_line (
    company BIGINT NOT NULL,
    note BIGINT NOT NULL,
    line INTEGER NOT NULL,
    product BIGINT NOT NULL,
    quantity DECIMAL(19, 6) NOT NULL,
    unit_cost DECIMAL(19, 6) NOT NULL,
    PRIMARY KEY (company, note, line)
);
-- The number is a consequence and may come before its note.
CREATE TABLE masterdata.goods_note_number (
    company BIGINT NOT NULL,
    note BIGINT NOT NULL,
    number VARCHAR(30) NOT NULL,
    PRIMARY KEY (company, note)
);
CREATE VIEW masterdata.goods_notes AS
    SELECT g.company, g.id, n.number, g.kind, g.happened_on, g.supplier, g.reference
      FROM masterdata.goods_note g
      LEFT JOIN masterdata.goods_note_number n ON n.company = g.company AND n.note = g.id;
