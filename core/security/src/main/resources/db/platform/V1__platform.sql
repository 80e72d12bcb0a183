CREATE TABLE platform.company (
    id BIGINT NOT NULL,
    name VARCHAR(200) NOT NULL,
    currency VARCHAR(3) NOT NULL,
    zone VARCHAR(60) NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE platform.user_account (
    id BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    display_name VARCHAR(200) NOT NULL,
    language VARCHAR(20) NOT NULL,
    password VARCHAR(400) NOT NULL,
    active BOOLEAN NOT NULL,
    created_at ${moment} NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT user_account_name UNIQUE (name)
);

CREATE TABLE platform.access_role (
    name VARCHAR(60) NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE platform.role_permission (
    role VARCHAR(60) NOT NULL,
    permission VARCHAR(120) NOT NULL,
    PRIMARY KEY (role, permission)
);

INSERT INTO platform.access_role (name) VALUES ('administrator');
INSERT INTO platform.role_permission (role, permission) VALUES ('administrator', '*');

-- Company 0 stands for every company.
CREATE TABLE platform.user_role (
    company BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    role VARCHAR(60) NOT NULL,
    PRIMARY KEY (company, user_id, role)
);
CREATE INDEX user_role_user ON platform.user_role (user_id);

-- Only the SHA-256 of a random secret of 256 bits is kept: nothing in here opens anything.
CREATE TABLE platform.login_session (
    hash VARCHAR(64) NOT NULL,
    user_id BIGINT NOT NULL,
    company BIGINT NOT NULL,
    created_at ${moment} NOT NULL,
    seen_at ${moment} NOT NULL,
    PRIMARY KEY (hash)
);
CREATE INDEX login_session_user ON platform.login_session (user_id);
CREATE INDEX login_session_seen ON platform.login_session (seen_at);

CREATE TABLE platform.api_token (
    id BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    user_id BIGINT NOT NULL,
    company BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    created_at ${moment} NOT NULL,
    used_at ${moment},
    revoked BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT api_token_hash UNIQUE (hash)
);

-- A destroyed key leaves its row without a secret, so that no new key is made for an erased person.
CREATE TABLE platform.personal_key (
    company BIGINT NOT NULL,
    person BIGINT NOT NULL,
    secret VARCHAR(44),
    destroyed_at ${moment},
    PRIMARY KEY (company, person)
);

CREATE TABLE platform.company_module (
    company BIGINT NOT NULL,
    module VARCHAR(60) NOT NULL,
    state VARCHAR(20) NOT NULL,
    reason VARCHAR(2000) NOT NULL,
    module_schema VARCHAR(60) NOT NULL,
    configured BOOLEAN NOT NULL,
    settings VARCHAR(4000) NOT NULL,
    PRIMARY KEY (company, module)
);
