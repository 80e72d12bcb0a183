-- What people read goes by posting date, so that the report of a closed month never changes; it has value dates again
-- with the turnovers of those few journals whose posting date is another day.
DROP TABLE accounting.balance;
CREATE TABLE accounting.balance (
    company BIGINT NOT NULL,
    account VARCHAR(20) NOT NULL,
    period DATE NOT NULL,
    debit DECIMAL(31, 4) NOT NULL,
    credit DECIMAL(31, 4) NOT NULL,
    PRIMARY KEY (company, account, period)
);
DROP TABLE accounting.balance_of_day;
CREATE TABLE accounting.balance_of_day (
    company BIGINT NOT NULL,
    day DATE NOT NULL,
    account VARCHAR(20) NOT NULL,
    debit DECIMAL(31, 4) NOT NULL,
    credit DECIMAL(31, 4) NOT NULL,
    PRIMARY KEY (company, day, account)
);
CREATE TABLE accounting.late_balance (
    company BIGINT NOT NULL,
    value_date DATE NOT NULL,
    posting_date DATE NOT NULL,
    account VARCHAR(20) NOT NULL,
    debit DECIMAL(31, 4) NOT NULL,
    credit DECIMAL(31, 4) NOT NULL,
    PRIMARY KEY (company, value_date, posting_date, account)
);
INSERT INTO accounting.balance_of_day (company, day, account, debit, credit)
    SELECT l.company, j.posting_date, l.account,
           SUM(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END), SUM(CASE WHEN l.amount < 0 THEN -l.amount ELSE 0 END)
      FROM accounting.journal_line l
      JOIN accounting.journal j ON j.company = l.company AND j.id = l.journal
     GROUP BY l.company, j.posting_date, l.account;
INSERT INTO accounting.balance (company, period, account, debit, credit)
    SELECT d.company, d.period, d.account, SUM(d.debit), SUM(d.credit)
      FROM (SELECT company, CAST(SUBSTR(CAST(day AS CHAR(10)), 1, 8) || '01' AS DATE) AS period, account, debit, credit
              FROM accounting.balance_of_day) d
     GROUP BY d.company, d.period, d.account;
INSERT INTO accounting.late_balance (company, value_date, posting_date, account, debit, credit)
    SELECT l.company, j.value_date, j.posting_date, l.account,
           SUM(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END), SUM(CASE WHEN l.amount < 0 THEN -l.amount ELSE 0 END)
      FROM accounting.journal_line l
      JOIN accounting.journal j ON j.company = l.company AND j.id = l.journal
     WHERE j.posting_date <> j.value_date
     GROUP BY l.company, j.value_date, j.posting_date, l.account;

DROP INDEX accounting.journal_by_posting_date;
CREATE INDEX journal_by_posting_date ON accounting.journal (company, posting_date, id);
CREATE INDEX journal_by_newest_posting ON accounting.journal (company, posting_date DESC, id DESC);
