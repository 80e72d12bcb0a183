-- Eight keys knew a row by its id alone; the new ones come with V6.
ALTER TABLE accounting.journal DROP PRIMARY KEY;
ALTER TABLE accounting.journal_line DROP PRIMARY KEY;
ALTER TABLE accounting.cost_of_movement DROP PRIMARY KEY;
ALTER TABLE accounting.charge_of_movement DROP PRIMARY KEY;
ALTER TABLE accounting.open_item DROP PRIMARY KEY;
ALTER TABLE accounting.document_number DROP PRIMARY KEY;
ALTER TABLE accounting.party DROP PRIMARY KEY;
ALTER TABLE accounting.payment DROP PRIMARY KEY;
