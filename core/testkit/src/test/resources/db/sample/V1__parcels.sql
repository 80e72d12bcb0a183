CREATE TABLE parcel (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    label VARCHAR(200),
    kind VARCHAR(20),
    weight DECIMAL(19,6),
    price DECIMAL(19,4),
    sent_date DATE,
    sent_at ${moment},
    fragile BOOLEAN,
    insured SMALLINT,
    recipient BIGINT,
    content ${binary},
    version BIGINT NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE TABLE parcel_line (
    company BIGINT NOT NULL,
    parcel BIGINT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (company, parcel, line),
    FOREIGN KEY (company, parcel) REFERENCES parcel (company, id)
);
CREATE INDEX parcel_by_newest ON parcel (company, sent_date DESC, id DESC);
CREATE INDEX parcel_by_recipient ON parcel (company, recipient, sent_date DESC, id DESC);
CREATE VIEW parcel_overview AS
SELECT p.company, p.id, p.kind, p.sent_date, p.recipient, p.version,
    CASE WHEN p.kind = 'BAG' THEN 'SOFT' ELSE 'HARD' END AS wrapping
FROM parcel p
WHERE p.kind IS NOT NULL;
CREATE VIEW box_overview AS SELECT * FROM parcel_overview WHERE kind = 'BOX';
