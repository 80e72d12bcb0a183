-- What the module learned of others: products, parties, orders.
CREATE TABLE warehouse.product (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code VARCHAR(100) NOT NULL,
    name VARCHAR(500) NOT NULL,
    unit VARCHAR(40),
    goods BOOLEAN NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE warehouse.party (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code VARCHAR(100) NOT NULL,
    name VARCHAR(500) NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE warehouse.sales_order (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number VARCHAR(40),
    customer BIGINT,
    confirmed_on DATE,
    required_on DATE,
    cancelled BOOLEAN NOT NULL,
    deliveries INTEGER NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);

CREATE TABLE warehouse.sales_order_line (
    company BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    product BIGINT NOT NULL,
    ordered DECIMAL(19,6) NOT NULL,
    delivered DECIMAL(19,6) NOT NULL,
    PRIMARY KEY (company, order_id, line)
);

CREATE INDEX sales_order_number ON warehouse.sales_order (company, number);

-- Opening stock, receipts, deliveries and returns; a planned delivery is a draft and no fact.
CREATE TABLE warehouse.document (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    status VARCHAR(20) NOT NULL,
    number VARCHAR(40),
    party BIGINT,
    order_id BIGINT,
    delivery BIGINT,
    reference VARCHAR(500),
    reason VARCHAR(1000),
    on_date DATE,
    returns INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE INDEX document_on_date ON warehouse.document (company, on_date);
CREATE INDEX document_number ON warehouse.document (company, number);

CREATE TABLE warehouse.document_line (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL,
    line INTEGER NOT NULL,
    order_line INTEGER NOT NULL,
    product BIGINT NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    unit_cost DECIMAL(19,6),
    returned DECIMAL(19,6) NOT NULL,
    PRIMARY KEY (company, document, line)
);

CREATE INDEX product_code ON warehouse.product (company, code);

-- The guard row of each product: verbs lock it, in the order of products, before they decide about its stock.
CREATE TABLE warehouse.stock (
    company BIGINT NOT NULL,
    product BIGINT NOT NULL,
    on_hand DECIMAL(19,6) NOT NULL,
    PRIMARY KEY (company, product)
);

CREATE TABLE warehouse.stock_hold (
    company BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    product BIGINT NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    PRIMARY KEY (company, order_id, product)
);
CREATE INDEX stock_hold_product ON warehouse.stock_hold (company, product);

CREATE TABLE warehouse.valuation_method (
    company BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    method VARCHAR(20) NOT NULL,
    PRIMARY KEY (company, valid_from)
);

-- Written by the reservation alone, in the order of the log.
CREATE TABLE warehouse.supply (
    company BIGINT NOT NULL,
    product BIGINT NOT NULL,
    goods BOOLEAN NOT NULL,
    on_hand DECIMAL(19,6) NOT NULL,
    reserved DECIMAL(19,6) NOT NULL,
    PRIMARY KEY (company, product)
);

CREATE TABLE warehouse.demand (
    company BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    product BIGINT NOT NULL,
    ordered DECIMAL(19,6) NOT NULL,
    delivered DECIMAL(19,6) NOT NULL,
    reserved DECIMAL(19,6) NOT NULL,
    active BOOLEAN NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (company, order_id, line)
);
CREATE INDEX demand_product ON warehouse.demand (company, product, active, seq, line);

-- Written by the valuation alone, in the order of the log.
CREATE TABLE warehouse.book (
    company BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    PRIMARY KEY (company)
);

CREATE TABLE warehouse.stock_value (
    company BIGINT NOT NULL,
    product BIGINT NOT NULL,
    goods BOOLEAN NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    amount DECIMAL(19,4) NOT NULL,
    last_cost DECIMAL(19,6) NOT NULL,
    method VARCHAR(20) NOT NULL,
    next_layer BIGINT NOT NULL,
    PRIMARY KEY (company, product)
);

CREATE TABLE warehouse.layer (
    company BIGINT NOT NULL,
    product BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    amount DECIMAL(19,4) NOT NULL,
    PRIMARY KEY (company, product, seq)
);

-- Goods that left before their cost was known: what was charged for them so far.
CREATE TABLE warehouse.owed (
    company BIGINT NOT NULL,
    product BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    document BIGINT NOT NULL,
    line INTEGER NOT NULL,
    order_id BIGINT NOT NULL,
    order_line INTEGER NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    amount DECIMAL(19,4) NOT NULL,
    PRIMARY KEY (company, product, seq)
);

-- What each delivered order line cost, and how much of it came back.
CREATE TABLE warehouse.issue (
    company BIGINT NOT NULL,
    delivery BIGINT NOT NULL,
    order_line INTEGER NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    amount DECIMAL(19,4) NOT NULL,
    PRIMARY KEY (company, delivery, order_line)
);

-- The ledger of movements: quantity and cost of every document line; cause is another document for a correction.
CREATE TABLE warehouse.movement (
    company BIGINT NOT NULL,
    cause BIGINT NOT NULL,
    document BIGINT NOT NULL,
    line INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    product BIGINT NOT NULL,
    on_date DATE NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    amount DECIMAL(19,4) NOT NULL,
    id BIGINT NOT NULL,
    PRIMARY KEY (company, cause, document, line)
);
CREATE UNIQUE INDEX movement_id ON warehouse.movement (company, id);

CREATE VIEW warehouse.stock_list AS
SELECT s.company AS company, s.product AS id, p.code AS code, p.name AS name, p.unit AS unit, s.on_hand AS on_hand,
    COALESCE(u.reserved, 0) AS reserved,
    COALESCE(h.held, 0) AS held,
    s.on_hand - COALESCE(u.reserved, 0) - COALESCE(h.held, 0) AS available,
    COALESCE(v.amount, 0) AS amount
FROM warehouse.stock s
JOIN warehouse.product p ON p.company = s.company AND p.id = s.product
LEFT JOIN warehouse.supply u ON u.company = s.company AND u.product = s.product
LEFT JOIN warehouse.stock_value v ON v.company = s.company AND v.product = s.product
LEFT JOIN (
    SELECT t.company AS company, t.product AS product, SUM(t.quantity) AS held
    FROM warehouse.stock_hold t
    WHERE NOT EXISTS (
        SELECT 1 FROM warehouse.demand d
        WHERE d.company = t.company AND d.order_id = t.order_id AND d.product = t.product)
    GROUP BY t.company, t.product
) h ON h.company = s.company AND h.product = s.product;

CREATE VIEW warehouse.document_list AS
SELECT d.company AS company, d.id AS id, d.kind AS kind, d.status AS status, d.number AS number, d.party AS party,
    p.name AS party_name, d.order_id AS order_id, o.number AS order_number, d.delivery AS delivery,
    e.number AS delivery_number, d.reference AS reference, d.reason AS reason, d.on_date AS on_date,
    (SELECT SUM(m.amount) FROM warehouse.movement m
        WHERE m.company = d.company AND m.cause = d.id AND m.document = d.id) AS amount,
    d.version AS version
FROM warehouse.document d
LEFT JOIN warehouse.party p ON p.company = d.company AND p.id = d.party
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id
LEFT JOIN warehouse.document e ON e.company = d.company AND e.id = d.delivery;

CREATE VIEW warehouse.opening_list AS SELECT * FROM warehouse.document_list WHERE kind = 'OPENING';
CREATE VIEW warehouse.receipt_list AS SELECT * FROM warehouse.document_list WHERE kind = 'RECEIPT';
CREATE VIEW warehouse.delivery_list AS SELECT * FROM warehouse.document_list WHERE kind = 'DELIVERY';
CREATE VIEW warehouse.return_list AS SELECT * FROM warehouse.document_list WHERE kind = 'RETURN';

CREATE VIEW warehouse.movement_list AS
SELECT m.company AS company, m.id AS id, m.on_date AS on_date, m.kind AS kind, m.product AS product, p.code AS code,
    p.name AS name, d.number AS number, m.quantity AS quantity, m.amount AS amount
FROM warehouse.movement m
JOIN warehouse.product p ON p.company = m.company AND p.id = m.product
LEFT JOIN warehouse.document d ON d.company = m.company AND d.id = m.document;

-- Numbers that came before their document, as a consequence may (law 4).
CREATE TABLE warehouse.early_number (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL,
    number VARCHAR(40) NOT NULL,
    PRIMARY KEY (company, document)
);
