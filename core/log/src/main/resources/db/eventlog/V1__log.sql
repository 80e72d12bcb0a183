CREATE TABLE eventlog.event (
    company BIGINT NOT NULL,
    position BIGINT NOT NULL,
    business_date DATE NOT NULL,
    recorded_at ${moment} NOT NULL,
    actor BIGINT NOT NULL,
    door VARCHAR(20) NOT NULL,
    module VARCHAR(60) NOT NULL,
    cause BIGINT,
    reaction VARCHAR(400),
    ordinal INTEGER,
    type VARCHAR(120) NOT NULL,
    version INTEGER NOT NULL,
    series VARCHAR(20),
    document BIGINT,
    payload ${binary} NOT NULL,
    CONSTRAINT event_key PRIMARY KEY (position),
    CONSTRAINT event_once UNIQUE (company, cause, reaction, ordinal)
);
CREATE INDEX event_company ON eventlog.event (company, position);

CREATE TABLE eventlog.subscription (
    company BIGINT NOT NULL,
    name VARCHAR(120) NOT NULL,
    module VARCHAR(60) NOT NULL,
    position BIGINT NOT NULL,
    concluded BIGINT NOT NULL,
    CONSTRAINT subscription_key PRIMARY KEY (company, name)
);

CREATE TABLE eventlog.parked (
    company BIGINT NOT NULL,
    subscription VARCHAR(120) NOT NULL,
    position BIGINT NOT NULL,
    type VARCHAR(120) NOT NULL,
    order_keys VARCHAR(32000) NOT NULL,
    reason VARCHAR(2000) NOT NULL,
    held_by BIGINT,
    parked_at ${moment} NOT NULL,
    CONSTRAINT parked_key PRIMARY KEY (company, subscription, position)
);

CREATE TABLE eventlog.skipped (
    company BIGINT NOT NULL,
    subscription VARCHAR(120) NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT skipped_key PRIMARY KEY (company, subscription, position)
);

CREATE TABLE eventlog.opening (
    company BIGINT NOT NULL,
    module VARCHAR(60) NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT opening_key PRIMARY KEY (company, module)
);

CREATE TABLE eventlog.conflict (
    company BIGINT NOT NULL,
    cause BIGINT NOT NULL,
    reaction VARCHAR(400) NOT NULL,
    ordinal INTEGER NOT NULL,
    type VARCHAR(120) NOT NULL,
    version INTEGER NOT NULL,
    concluded_at ${moment} NOT NULL,
    payload ${binary} NOT NULL,
    CONSTRAINT conflict_key PRIMARY KEY (company, cause, reaction, ordinal)
);

CREATE TABLE eventlog.number_series (
    company BIGINT NOT NULL,
    series VARCHAR(20) NOT NULL,
    next_number BIGINT NOT NULL,
    CONSTRAINT number_series_key PRIMARY KEY (company, series)
);

CREATE TABLE eventlog.document_number (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL,
    series VARCHAR(20) NOT NULL,
    issued_number VARCHAR(40) NOT NULL,
    CONSTRAINT document_number_key PRIMARY KEY (company, document),
    CONSTRAINT document_number_once UNIQUE (company, issued_number)
);

CREATE TABLE eventlog.calendar (
    company BIGINT NOT NULL,
    last_day DATE NOT NULL,
    CONSTRAINT calendar_key PRIMARY KEY (company)
);
