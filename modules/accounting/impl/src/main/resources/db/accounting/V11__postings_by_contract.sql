-- What is posted comes from events that nobody here knows: rules by dimension, longer names of kinds and purposes.
ALTER TABLE accounting.posting_rule ADD CONSTRAINT posting_rule_key PRIMARY KEY (company, id);
ALTER TABLE accounting.posting_rule ADD COLUMN dimension VARCHAR(120);
ALTER TABLE accounting.posting_rule ALTER COLUMN purpose SET DATA TYPE VARCHAR(60);
ALTER TABLE accounting.journal ALTER COLUMN kind SET DATA TYPE VARCHAR(30);
ALTER TABLE accounting.open_item ALTER COLUMN kind SET DATA TYPE VARCHAR(30);

-- What documents hold under a clearing key (a delivery, a receipt), and the document that claims it.
CREATE TABLE accounting.held (
    company BIGINT NOT NULL,
    clearing_key BIGINT NOT NULL,
    document BIGINT NOT NULL,
    purpose VARCHAR(60) NOT NULL,
    account VARCHAR(20) NOT NULL,
    amount DECIMAL(31, 4) NOT NULL,
    CONSTRAINT held_key PRIMARY KEY (company, clearing_key, document, purpose, account)
);
CREATE TABLE accounting.claim (
    company BIGINT NOT NULL,
    clearing_key BIGINT NOT NULL,
    kind VARCHAR(30) NOT NULL,
    document BIGINT NOT NULL,
    party BIGINT,
    account VARCHAR(20) NOT NULL,
    claimed_on DATE NOT NULL,
    cause BIGINT NOT NULL,
    CONSTRAINT claim_key PRIMARY KEY (company, clearing_key)
);
-- The second line of what a movement posted is what it holds.
INSERT INTO accounting.held (company, clearing_key, document, purpose, account, amount)
    SELECT j.company, j.document, j.document,
           CASE WHEN j.kind = 'RECEIPT' THEN 'RECEIVED_NOT_INVOICED' ELSE 'SHIPPED_NOT_INVOICED' END,
           l.account, l.amount
      FROM accounting.journal j
      JOIN accounting.journal_line l ON l.company = j.company AND l.journal = j.id AND l.line = 2
     WHERE j.kind IN ('RECEIPT', 'DELIVERY', 'RETURN') AND j.id = j.document;
INSERT INTO accounting.claim (company, clearing_key, kind, document, party, account, claimed_on, cause)
    SELECT g.company, g.document, 'COST', g.invoice, g.party, r.account, g.charged_on, g.cause
      FROM accounting.charge_of_movement g
      JOIN accounting.posting_rule r ON r.company = g.company AND r.purpose = 'COST_OF_GOODS_SOLD'
     WHERE r.valid_from = (SELECT MAX(n.valid_from) FROM accounting.posting_rule n
                            WHERE n.company = g.company AND n.purpose = r.purpose AND n.valid_from <= g.charged_on);
DROP TABLE accounting.cost_of_movement;
DROP TABLE accounting.charge_of_movement;

-- Who owes, and the control account it stands on, by purpose.
ALTER TABLE accounting.open_item ADD COLUMN side VARCHAR(10) NOT NULL DEFAULT 'RECEIVABLE';
ALTER TABLE accounting.open_item ADD COLUMN purpose VARCHAR(60) NOT NULL DEFAULT 'RECEIVABLE';
DROP INDEX accounting.open_item_by_party;
CREATE INDEX open_item_by_party ON accounting.open_item (company, party, side, settled, owed, seq);
