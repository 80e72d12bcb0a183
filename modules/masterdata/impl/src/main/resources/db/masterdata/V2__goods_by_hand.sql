-- Goods that came in, by whichever door: what a company without a warehouse module wrote down.
CREATE TABLE masterdata.goods_note (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    number VARCHAR(30),
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
