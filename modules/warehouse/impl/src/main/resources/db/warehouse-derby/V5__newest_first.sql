-- Derby reads no index backwards: what is shown newest first has one of its own.
CREATE INDEX document_by_kind ON warehouse.document (company, kind, id);
CREATE INDEX document_by_newest ON warehouse.document (company, kind, on_date DESC, id DESC);
CREATE INDEX movement_by_newest ON warehouse.movement (company, on_date DESC, id DESC);
