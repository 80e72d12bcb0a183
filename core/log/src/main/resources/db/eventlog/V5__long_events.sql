-- An event is as long as it must be: what no column holds is kept in parts, and its row says where.
CREATE TABLE eventlog.event_part (
    company BIGINT NOT NULL,
    content BIGINT NOT NULL,
    part INTEGER NOT NULL,
    bytes ${binary} NOT NULL,
    CONSTRAINT event_part_key PRIMARY KEY (company, content, part)
);

-- A document of thousands of products has as many order keys.
ALTER TABLE eventlog.parked ADD COLUMN waiting_keys ${text};
UPDATE eventlog.parked SET waiting_keys = order_keys;
ALTER TABLE eventlog.parked DROP COLUMN order_keys;
