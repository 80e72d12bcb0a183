-- What is added up is kept wider than its parts: no sum of what may be entered can be too big for its column.

ALTER TABLE accounting.journal
    ALTER COLUMN total TYPE DECIMAL(31, 4);
ALTER TABLE accounting.journal_line
    ALTER COLUMN amount TYPE DECIMAL(31, 4);
ALTER TABLE accounting.balance
    ALTER COLUMN debit TYPE DECIMAL(31, 4),
    ALTER COLUMN credit TYPE DECIMAL(31, 4);
ALTER TABLE accounting.balance_of_day
    ALTER COLUMN debit TYPE DECIMAL(31, 4),
    ALTER COLUMN credit TYPE DECIMAL(31, 4);
ALTER TABLE accounting.cost_of_movement
    ALTER COLUMN amount TYPE DECIMAL(31, 4);

-- A text has the same bound at every door.
ALTER TABLE accounting.journal ALTER COLUMN text SET DATA TYPE VARCHAR(500);
ALTER TABLE accounting.payment ALTER COLUMN reference SET DATA TYPE VARCHAR(200);
