-- Who follows which row.
CREATE TABLE activity.follower (
    company     BIGINT       NOT NULL,
    row_id      BIGINT       NOT NULL,
    register    VARCHAR(100) NOT NULL,
    follower    BIGINT       NOT NULL,
    followed_at TIMESTAMP    NOT NULL,
    PRIMARY KEY (company, row_id, register, follower)
);

CREATE INDEX follower_by_user ON activity.follower (company, follower, followed_at);

-- When followers looked last, and what they saw. No fact: without it they are told of what came since they follow.
CREATE TABLE activity.look (
    company   BIGINT       NOT NULL,
    row_id    BIGINT       NOT NULL,
    register  VARCHAR(100) NOT NULL,
    follower  BIGINT       NOT NULL,
    version   BIGINT       NOT NULL,
    looked_at TIMESTAMP    NOT NULL,
    PRIMARY KEY (company, row_id, register, follower)
);
