-- Settings: chosen by business date, written by key and day.
CREATE TABLE accounting.account (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL,
    name VARCHAR(200) NOT NULL,
    type VARCHAR(10) NOT NULL,
    control BOOLEAN NOT NULL,
    PRIMARY KEY (company, code)
);
CREATE TABLE accounting.posting_rule (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    purpose VARCHAR(30) NOT NULL,
    valid_from DATE NOT NULL,
    account VARCHAR(20) NOT NULL,
    PRIMARY KEY (company, purpose, valid_from)
);

-- What verbs are guarded by: the last day that is closed.
CREATE TABLE accounting.period_lock (
    company BIGINT NOT NULL PRIMARY KEY,
    closed_through DATE
);

-- Written by accounting.posting alone.
CREATE TABLE accounting.books (
    company BIGINT NOT NULL PRIMARY KEY,
    closed_through DATE
);
CREATE TABLE accounting.journal (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(12) NOT NULL,
    document BIGINT NOT NULL,
    related BIGINT,
    party BIGINT,
    value_date DATE NOT NULL,
    posting_date DATE NOT NULL,
    cause BIGINT NOT NULL,
    number VARCHAR(20),
    text VARCHAR(300),
    total DECIMAL(19, 4) NOT NULL
);
CREATE INDEX journal_by_value_date ON accounting.journal (company, value_date, id);
CREATE INDEX journal_by_posting_date ON accounting.journal (company, posting_date);
CREATE TABLE accounting.journal_line (
    company BIGINT NOT NULL,
    journal BIGINT NOT NULL,
    line INTEGER NOT NULL,
    account VARCHAR(20) NOT NULL,
    value_date DATE NOT NULL,
    amount DECIMAL(19, 4) NOT NULL,
    text VARCHAR(200),
    PRIMARY KEY (journal, line)
);
CREATE INDEX journal_line_by_account ON accounting.journal_line (company, account, value_date);
CREATE TABLE accounting.balance (
    company BIGINT NOT NULL,
    account VARCHAR(20) NOT NULL,
    period DATE NOT NULL,
    debit DECIMAL(19, 4) NOT NULL,
    credit DECIMAL(19, 4) NOT NULL,
    PRIMARY KEY (company, account, period)
);
-- The cost of a delivery or return, once the warehouse knows it; and the invoice or credit note that charges it.
CREATE TABLE accounting.cost_of_movement (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL PRIMARY KEY,
    moved_on DATE NOT NULL,
    amount DECIMAL(19, 4) NOT NULL
);
CREATE TABLE accounting.charge_of_movement (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL PRIMARY KEY,
    invoice BIGINT NOT NULL,
    party BIGINT NOT NULL,
    charged_on DATE NOT NULL,
    cause BIGINT NOT NULL
);

-- Written by accounting.open-items alone.
CREATE TABLE accounting.open_item (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(12) NOT NULL,
    party BIGINT NOT NULL,
    issued_on DATE NOT NULL,
    due_on DATE,
    total DECIMAL(19, 4) NOT NULL,
    open_amount DECIMAL(19, 4) NOT NULL,
    seq BIGINT NOT NULL
);
CREATE INDEX open_item_by_party ON accounting.open_item (company, party, seq);
CREATE INDEX open_item_by_open ON accounting.open_item (company, open_amount);

-- Learned for lists, written by accounting.documents: numbers and names by id.
CREATE TABLE accounting.document_number (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL PRIMARY KEY,
    number VARCHAR(30) NOT NULL
);
CREATE TABLE accounting.party (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(40) NOT NULL,
    name VARCHAR(200)
);
CREATE TABLE accounting.payment (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL PRIMARY KEY,
    party BIGINT NOT NULL,
    invoice BIGINT,
    received_on DATE NOT NULL,
    amount DECIMAL(19, 4) NOT NULL,
    currency VARCHAR(3) NOT NULL,
    reference VARCHAR(100)
);
CREATE INDEX payment_by_day ON accounting.payment (company, received_on, id);

CREATE VIEW accounting.open_items AS
    SELECT i.company, i.id, i.kind, n.number, i.party, p.code AS party_code, p.name AS party_name,
           i.issued_on, i.due_on, i.total, i.open_amount, i.seq
      FROM accounting.open_item i
      LEFT JOIN accounting.document_number n ON n.document = i.id
      LEFT JOIN accounting.party p ON p.id = i.party
     WHERE i.open_amount <> 0;
CREATE VIEW accounting.journals AS
    SELECT j.company, j.id, j.kind, j.number, n.number AS document_number, j.value_date, j.posting_date,
           p.code AS party_code, j.text, j.total
      FROM accounting.journal j
      LEFT JOIN accounting.document_number n ON n.document = j.document
      LEFT JOIN accounting.party p ON p.id = j.party;
