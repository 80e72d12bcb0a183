-- What was debited and credited on a day: a balance on any day adds up whole months and the days of the last one, however
-- many lines these have.
CREATE TABLE accounting.balance_of_day (
    company BIGINT NOT NULL,
    day DATE NOT NULL,
    account VARCHAR(20) NOT NULL,
    debit DECIMAL(19, 4) NOT NULL,
    credit DECIMAL(19, 4) NOT NULL,
    PRIMARY KEY (company, day, account)
);
INSERT INTO accounting.balance_of_day (company, day, account, debit, credit)
    SELECT company, value_date, account,
           SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END), SUM(CASE WHEN amount < 0 THEN -amount ELSE 0 END)
      FROM accounting.journal_line
     GROUP BY company, value_date, account;
DROP INDEX accounting.journal_line_by_account;

-- Nobody reads settled items to find the open ones, nor what a party owes to see whether a credit waits for it.
ALTER TABLE accounting.open_item ADD COLUMN owed BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE accounting.open_item ADD COLUMN settled BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE accounting.open_item SET owed = FALSE WHERE total < 0;
UPDATE accounting.open_item SET settled = TRUE WHERE open_amount = 0;
DROP INDEX accounting.open_item_by_party;
DROP INDEX accounting.open_item_by_open;
CREATE INDEX open_item_by_party ON accounting.open_item (party, settled, owed, seq);

-- Lists read one table: joined with numbers and names they would be sorted as a whole. Derby reads no index backwards.
DROP VIEW accounting.journals;
DROP VIEW accounting.open_items;
CREATE INDEX open_item_by_issue ON accounting.open_item (company, settled, issued_on, id);
CREATE INDEX open_item_by_newest ON accounting.open_item (company, settled, issued_on DESC, id DESC);
CREATE INDEX open_item_by_due ON accounting.open_item (company, settled, due_on, id);
CREATE INDEX open_item_by_last_due ON accounting.open_item (company, settled, due_on DESC, id DESC);
CREATE INDEX journal_by_newest ON accounting.journal (company, value_date DESC, id DESC);
CREATE INDEX journal_by_number ON accounting.journal (company, number);
CREATE INDEX journal_by_party ON accounting.journal (party, value_date, id);
CREATE INDEX payment_by_newest ON accounting.payment (company, received_on DESC, id DESC);
CREATE INDEX payment_by_party ON accounting.payment (party, received_on, id);
CREATE INDEX payment_by_invoice ON accounting.payment (invoice);
CREATE INDEX payment_by_reference ON accounting.payment (company, reference);
