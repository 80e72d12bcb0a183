-- The journals of a document.
CREATE INDEX journal_by_document ON accounting.journal (company, document);
