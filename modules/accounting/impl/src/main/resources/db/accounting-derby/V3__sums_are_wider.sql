-- What is added up is kept wider than its parts: no sum of what may be entered can be too big for its column.

ALTER TABLE accounting.journal ADD COLUMN wider_total DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE accounting.journal SET wider_total = total;
ALTER TABLE accounting.journal DROP COLUMN total;
RENAME COLUMN accounting.journal.wider_total TO total;
ALTER TABLE accounting.journal ALTER COLUMN total DROP DEFAULT;
ALTER TABLE accounting.journal_line ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE accounting.journal_line SET wider_amount = amount;
ALTER TABLE accounting.journal_line DROP COLUMN amount;
RENAME COLUMN accounting.journal_line.wider_amount TO amount;
ALTER TABLE accounting.journal_line ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE accounting.balance ADD COLUMN wider_debit DECIMAL(31, 4) NOT NULL DEFAULT 0;
ALTER TABLE accounting.balance ADD COLUMN wider_credit DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE accounting.balance SET wider_debit = debit, wider_credit = credit;
ALTER TABLE accounting.balance DROP COLUMN debit;
RENAME COLUMN accounting.balance.wider_debit TO debit;
ALTER TABLE accounting.balance ALTER COLUMN debit DROP DEFAULT;
ALTER TABLE accounting.balance DROP COLUMN credit;
RENAME COLUMN accounting.balance.wider_credit TO credit;
ALTER TABLE accounting.balance ALTER COLUMN credit DROP DEFAULT;
ALTER TABLE accounting.balance_of_day ADD COLUMN wider_debit DECIMAL(31, 4) NOT NULL DEFAULT 0;
ALTER TABLE accounting.balance_of_day ADD COLUMN wider_credit DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE accounting.balance_of_day SET wider_debit = debit, wider_credit = credit;
ALTER TABLE accounting.balance_of_day DROP COLUMN debit;
RENAME COLUMN accounting.balance_of_day.wider_debit TO debit;
ALTER TABLE accounting.balance_of_day ALTER COLUMN debit DROP DEFAULT;
ALTER TABLE accounting.balance_of_day DROP COLUMN credit;
RENAME COLUMN accounting.balance_of_day.wider_credit TO credit;
ALTER TABLE accounting.balance_of_day ALTER COLUMN credit DROP DEFAULT;
ALTER TABLE accounting.cost_of_movement ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE accounting.cost_of_movement SET wider_amount = amount;
ALTER TABLE accounting.cost_of_movement DROP COLUMN amount;
RENAME COLUMN accounting.cost_of_movement.wider_amount TO amount;
ALTER TABLE accounting.cost_of_movement ALTER COLUMN amount DROP DEFAULT;

-- A text has the same bound at every door.
ALTER TABLE accounting.journal ALTER COLUMN text SET DATA TYPE VARCHAR(500);
ALTER TABLE accounting.payment ALTER COLUMN reference SET DATA TYPE VARCHAR(200);
