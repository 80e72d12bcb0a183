CREATE TABLE second_table (company BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (company, id));
CREATE PROCEDURE halt() LANGUAGE JAVA PARAMETER STYLE JAVA EXTERNAL NAME 'org.stepwise.testkit.data.Killed.halt';
CALL halt();
