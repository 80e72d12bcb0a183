-- What was answered to a request with an idempotency key: written with the effect, the answer itself just after it.
-- A row without status is an effect whose answer is made anew from the document.
CREATE TABLE web.answer (
    company     BIGINT       NOT NULL,
    caller      BIGINT       NOT NULL,
    request_key VARCHAR(200) NOT NULL,
    attempt     BIGINT       NOT NULL,
    fingerprint VARCHAR(64)  NOT NULL,
    result      BIGINT,
    made_at     TIMESTAMP    NOT NULL,
    status      INTEGER,
    location    VARCHAR(500),
    tag         VARCHAR(50),
    media_type  VARCHAR(100),
    body        ${binary},
    PRIMARY KEY (company, caller, request_key)
);

CREATE INDEX answer_made_at ON web.answer (made_at);
