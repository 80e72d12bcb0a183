-- What the api bundle of a module said of it, for the day it is gone: the module's data are still there, and can be
-- exported without what tells of people, purged, or had back.
CREATE TABLE platform.known_module (
    name VARCHAR(60) NOT NULL PRIMARY KEY,
    title VARCHAR(200) NOT NULL,
    feature VARCHAR(200),
    personal VARCHAR(4000) NOT NULL,
    drafts VARCHAR(4000) NOT NULL
);
