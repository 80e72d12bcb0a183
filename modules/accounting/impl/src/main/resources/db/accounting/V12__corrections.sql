-- What is posted on top of a document is held apart from what the document held at first, which is part 0.
ALTER TABLE accounting.held ADD COLUMN part BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE accounting.held DROP CONSTRAINT held_key;
ALTER TABLE accounting.held
    ADD CONSTRAINT held_key PRIMARY KEY (company, clearing_key, document, part, purpose, account);

-- Open items that correct the item of a document: they count to it.
CREATE TABLE accounting.open_item_correction (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    document BIGINT NOT NULL,
    cause BIGINT NOT NULL,
    side VARCHAR(10) NOT NULL,
    purpose VARCHAR(60) NOT NULL,
    party BIGINT NOT NULL,
    issued_on DATE NOT NULL,
    due_on DATE,
    total DECIMAL(31, 4) NOT NULL,
    CONSTRAINT open_item_correction_key PRIMARY KEY (company, id)
);
CREATE INDEX open_item_correction_by_document ON accounting.open_item_correction (company, document);
