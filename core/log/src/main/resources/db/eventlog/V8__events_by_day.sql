-- Whoever sets a price asks whether anything of its day, or later, has happened.
CREATE INDEX event_by_day ON eventlog.event (business_date, company);
