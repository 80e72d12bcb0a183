-- OWN: chosen by the user. ONE_TIME: set by somebody else, opens one session. USED: has opened it.
ALTER TABLE platform.user_account ADD COLUMN password_kind VARCHAR(10) DEFAULT 'OWN' NOT NULL;

-- Devices that somebody has logged in from; like a session's, only the SHA-256 of their secret is kept.
CREATE TABLE platform.login_device (
    hash VARCHAR(64) NOT NULL,
    user_id BIGINT NOT NULL,
    used_at ${moment} NOT NULL,
    PRIMARY KEY (hash, user_id)
);
CREATE INDEX login_device_user ON platform.login_device (user_id);
