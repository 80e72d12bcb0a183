package org.stepwise.bench.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.stepwise.data.Database;

/** The tables of the floor: columns, types and indexes of their counterparts in the modules. */
final class LimitTables {
    private static final List<String> STATEMENTS = List.of(
            "CREATE SCHEMA limits",
            """
            CREATE TABLE limits.sales_order (company BIGINT NOT NULL, id BIGINT NOT NULL, number VARCHAR(40),
                customer BIGINT NOT NULL, customer_name VARCHAR(200), status VARCHAR(12) NOT NULL,
                ordered_on DATE NOT NULL, currency VARCHAR(3) NOT NULL, net DECIMAL(19, 4) NOT NULL,
                tax DECIMAL(19, 4) NOT NULL, total DECIMAL(19, 4) NOT NULL, version BIGINT NOT NULL,
                PRIMARY KEY (company, id))""",
            "CREATE INDEX limit_order_number ON limits.sales_order (company, number, id)",
            "CREATE INDEX limit_order_day ON limits.sales_order (company, ordered_on, id)",
            "CREATE INDEX limit_order_customer ON limits.sales_order (company, customer, id)",
            "CREATE INDEX limit_order_status ON limits.sales_order (company, status, id)",
            """
            CREATE TABLE limits.order_line (company BIGINT NOT NULL, document BIGINT NOT NULL, line INTEGER NOT NULL,
                product BIGINT NOT NULL, quantity DECIMAL(19, 6) NOT NULL, unit VARCHAR(10) NOT NULL,
                price DECIMAL(19, 6) NOT NULL, net DECIMAL(19, 4) NOT NULL, tax_code VARCHAR(20),
                tax_percent DECIMAL(9, 4) NOT NULL, tax DECIMAL(19, 4) NOT NULL, delivered DECIMAL(19, 6) NOT NULL,
                invoiced DECIMAL(19, 6) NOT NULL, PRIMARY KEY (company, document, line))""",
            """
            CREATE TABLE limits.delivery (company BIGINT NOT NULL, id BIGINT NOT NULL, number VARCHAR(40),
                order_id BIGINT NOT NULL, customer BIGINT NOT NULL, delivered_on DATE NOT NULL,
                version BIGINT NOT NULL, PRIMARY KEY (company, id))""",
            "CREATE INDEX limit_delivery_order ON limits.delivery (company, order_id, id)",
            "CREATE INDEX limit_delivery_day ON limits.delivery (company, delivered_on, id)",
            """
            CREATE TABLE limits.delivery_line (company BIGINT NOT NULL, document BIGINT NOT NULL,
                line INTEGER NOT NULL, order_line INTEGER NOT NULL, product BIGINT NOT NULL,
                quantity DECIMAL(19, 6) NOT NULL, PRIMARY KEY (company, document, line))""",
            """
            CREATE TABLE limits.movement (company BIGINT NOT NULL, document BIGINT NOT NULL, line INTEGER NOT NULL,
                kind VARCHAR(20) NOT NULL, product BIGINT NOT NULL, on_date DATE NOT NULL,
                quantity DECIMAL(19, 6) NOT NULL, amount DECIMAL(19, 4) NOT NULL, id BIGINT NOT NULL,
                PRIMARY KEY (company, document, line))""",
            "CREATE UNIQUE INDEX limit_movement_id ON limits.movement (company, id)",
            """
            CREATE TABLE limits.stock (company BIGINT NOT NULL, product BIGINT NOT NULL,
                on_hand DECIMAL(19, 6) NOT NULL, PRIMARY KEY (product, company))""",
            """
            CREATE TABLE limits.layer (company BIGINT NOT NULL, product BIGINT NOT NULL, seq BIGINT NOT NULL,
                quantity DECIMAL(19, 6) NOT NULL, amount DECIMAL(19, 4) NOT NULL,
                PRIMARY KEY (product, company, seq))""",
            """
            CREATE TABLE limits.invoice (company BIGINT NOT NULL, id BIGINT NOT NULL, number VARCHAR(40),
                order_id BIGINT NOT NULL, customer BIGINT NOT NULL, customer_name VARCHAR(200),
                issued_on DATE NOT NULL, due_on DATE NOT NULL, currency VARCHAR(3) NOT NULL,
                net DECIMAL(19, 4) NOT NULL, tax DECIMAL(19, 4) NOT NULL, total DECIMAL(19, 4) NOT NULL,
                version BIGINT NOT NULL, PRIMARY KEY (company, id))""",
            "CREATE INDEX limit_invoice_number ON limits.invoice (company, number, id)",
            "CREATE INDEX limit_invoice_day ON limits.invoice (company, issued_on, id)",
            "CREATE INDEX limit_invoice_customer ON limits.invoice (company, customer, id)",
            "CREATE INDEX limit_invoice_order ON limits.invoice (company, order_id, id)",
            """
            CREATE TABLE limits.invoice_line (company BIGINT NOT NULL, document BIGINT NOT NULL,
                line INTEGER NOT NULL, product BIGINT, order_line INTEGER NOT NULL,
                quantity DECIMAL(19, 6) NOT NULL, price DECIMAL(19, 6) NOT NULL, net DECIMAL(19, 4) NOT NULL,
                tax_code VARCHAR(20), tax_percent DECIMAL(9, 4) NOT NULL, tax DECIMAL(19, 4) NOT NULL,
                PRIMARY KEY (company, document, line))""",
            """
            CREATE TABLE limits.invoice_tax (company BIGINT NOT NULL, document BIGINT NOT NULL,
                tax_code VARCHAR(20) NOT NULL, tax_percent DECIMAL(9, 4) NOT NULL, net DECIMAL(19, 4) NOT NULL,
                tax DECIMAL(19, 4) NOT NULL, PRIMARY KEY (company, document, tax_code))""",
            """
            CREATE TABLE limits.journal (company BIGINT NOT NULL, id BIGINT NOT NULL PRIMARY KEY,
                kind VARCHAR(12) NOT NULL, document BIGINT NOT NULL, value_date DATE NOT NULL,
                posting_date DATE NOT NULL, cause BIGINT NOT NULL, total DECIMAL(19, 4) NOT NULL)""",
            "CREATE INDEX limit_journal_value ON limits.journal (company, value_date, id)",
            "CREATE INDEX limit_journal_posting ON limits.journal (company, posting_date)",
            """
            CREATE TABLE limits.journal_line (company BIGINT NOT NULL, journal BIGINT NOT NULL,
                line INTEGER NOT NULL, account VARCHAR(20) NOT NULL, value_date DATE NOT NULL,
                amount DECIMAL(19, 4) NOT NULL, PRIMARY KEY (journal, line))""",
            "CREATE INDEX limit_journal_line_account ON limits.journal_line (company, account, value_date)",
            """
            CREATE TABLE limits.event (company BIGINT NOT NULL, position BIGINT NOT NULL,
                business_date DATE NOT NULL, recorded_at TIMESTAMP NOT NULL, actor BIGINT NOT NULL,
                door VARCHAR(20) NOT NULL, module VARCHAR(60) NOT NULL, cause BIGINT, reaction VARCHAR(400),
                ordinal INTEGER, type VARCHAR(120) NOT NULL, version INTEGER NOT NULL, payload %s NOT NULL,
                PRIMARY KEY (position), CONSTRAINT limit_event_once UNIQUE (company, cause, reaction, ordinal))""",
            "CREATE INDEX limit_event_company ON limits.event (company, position)");

    private LimitTables() {}

    static void create(Connection connection, Database.Kind kind) throws SQLException {
        var binary = kind == Database.Kind.DERBY ? "VARCHAR(32672) FOR BIT DATA" : "bytea";
        try (var statement = connection.createStatement()) {
            for (var sql : STATEMENTS) {
                statement.execute(sql.replace("%s", binary));
            }
        }
    }
}
