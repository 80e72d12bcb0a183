-- The newest day of each series, and the documents whose number is higher than that of one of a later day.
ALTER TABLE eventlog.number_series ADD COLUMN newest DATE;

UPDATE eventlog.number_series SET newest = (
    SELECT MAX(e.business_date) FROM eventlog.event e
    WHERE e.company = number_series.company AND e.series = number_series.series);

CREATE TABLE eventlog.number_behind (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL,
    series VARCHAR(20) NOT NULL,
    issued_number VARCHAR(40) NOT NULL,
    business_date DATE NOT NULL,
    newest DATE NOT NULL,
    CONSTRAINT number_behind_key PRIMARY KEY (company, document)
);
