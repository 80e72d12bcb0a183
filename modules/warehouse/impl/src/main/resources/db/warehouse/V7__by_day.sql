-- Lists in the order of days; PostgreSQL reads them backwards for newest first.
CREATE INDEX document_by_day ON warehouse.document (company, kind, on_date, id);
CREATE INDEX movement_by_day ON warehouse.movement (company, on_date, id);
