-- A row is known by its company and its id: two companies may have the same id, and neither finds the other's row by it.
ALTER TABLE accounting.journal ADD CONSTRAINT journal_key PRIMARY KEY (company, id);
ALTER TABLE accounting.journal_line ADD CONSTRAINT journal_line_key PRIMARY KEY (company, journal, line);
ALTER TABLE accounting.cost_of_movement ADD CONSTRAINT cost_of_movement_key PRIMARY KEY (company, document);
ALTER TABLE accounting.charge_of_movement ADD CONSTRAINT charge_of_movement_key PRIMARY KEY (company, document);
ALTER TABLE accounting.open_item ADD CONSTRAINT open_item_key PRIMARY KEY (company, id);
ALTER TABLE accounting.document_number ADD CONSTRAINT document_number_key PRIMARY KEY (company, document);
ALTER TABLE accounting.party ADD CONSTRAINT party_key PRIMARY KEY (company, id);
ALTER TABLE accounting.payment ADD CONSTRAINT payment_key PRIMARY KEY (company, id);

DROP INDEX accounting.open_item_by_party;
DROP INDEX accounting.journal_by_party;
DROP INDEX accounting.payment_by_party;
DROP INDEX accounting.payment_by_invoice;
CREATE INDEX open_item_by_party ON accounting.open_item (company, party, settled, owed, seq);
CREATE INDEX journal_by_party ON accounting.journal (company, party, value_date, id);
CREATE INDEX payment_by_party ON accounting.payment (company, party, received_on, id);
CREATE INDEX payment_by_invoice ON accounting.payment (company, invoice);
