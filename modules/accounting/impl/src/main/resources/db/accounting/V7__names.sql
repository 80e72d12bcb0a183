-- What parties are called is looked up where it is shown, so that no copy can be old.
DROP TABLE accounting.party;

-- What names of accounts are found by, as readers of the company's language do.
ALTER TABLE accounting.account ADD COLUMN name_key ${key};
ALTER TABLE accounting.account ADD COLUMN name_folded VARCHAR(1000);
ALTER TABLE accounting.account ADD COLUMN name_by VARCHAR(40);
