package org.stepwise.bench.limit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;

/** One client of the floor: 57 rows an order in one transaction of fifteen statements. */
final class LimitWriter implements AutoCloseable {
    static final int LINES = 5;
    private static final int JOURNALS = 3;
    private static final int JOURNAL_LINES = 4;
    private static final int EVENTS = 8;
    private static final int FACTS = 5;
    private static final int PAYLOAD_BYTES = 1024;
    private static final long COMPANY = 1;
    private static final String CURRENCY = "EUR";
    private static final String TAX_CODE = "VAT";
    private static final BigDecimal TAX_PERCENT = new BigDecimal("19.0000");
    private static final BigDecimal QUANTITY = new BigDecimal("3.000000");
    private static final BigDecimal PRICE = new BigDecimal("12.500000");
    private static final BigDecimal AMOUNT = new BigDecimal("37.5000");
    private static final BigDecimal TAX = new BigDecimal("7.1250");

    private final Connection connection;
    private final Date today = Date.valueOf(LocalDate.of(2026, 3, 2));
    private final byte[] payload = payload();
    private final PreparedStatement stock;
    private final PreparedStatement layers;
    private final PreparedStatement order;
    private final PreparedStatement orderLine;
    private final PreparedStatement delivery;
    private final PreparedStatement deliveryLine;
    private final PreparedStatement movement;
    private final PreparedStatement take;
    private final PreparedStatement consume;
    private final PreparedStatement invoice;
    private final PreparedStatement invoiceLine;
    private final PreparedStatement invoiceTax;
    private final PreparedStatement journal;
    private final PreparedStatement journalLine;
    private final PreparedStatement event;
    private long rows;
    private long statements;

    LimitWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        stock = connection.prepareStatement(
                "SELECT on_hand FROM limits.stock WHERE company = ? AND product IN (?, ?, ?, ?, ?)");
        layers = connection.prepareStatement("SELECT seq, quantity, amount FROM limits.layer"
                + " WHERE company = ? AND product IN (?, ?, ?, ?, ?) ORDER BY product, seq");
        order = insert("sales_order", 12);
        orderLine = insert("order_line", 13);
        delivery = insert("delivery", 7);
        deliveryLine = insert("delivery_line", 6);
        movement = insert("movement", 9);
        take = connection.prepareStatement("UPDATE limits.stock SET on_hand = on_hand - ?"
                + " WHERE company = ? AND product = ? AND on_hand >= ?");
        consume = connection.prepareStatement("UPDATE limits.layer SET quantity = quantity - ?, amount = amount - ?"
                + " WHERE company = ? AND product = ? AND seq = ?");
        invoice = insert("invoice", 13);
        invoiceLine = insert("invoice_line", 11);
        invoiceTax = insert("invoice_tax", 6);
        journal = insert("journal", 8);
        journalLine = insert("journal_line", 6);
        event = insert("event", 13);
    }

    /** Bytes that no database and no disk make smaller, because the events of the product are not all alike either. */
    private static byte[] payload() {
        var bytes = new byte[PAYLOAD_BYTES];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }

    private PreparedStatement insert(String table, int columns) throws SQLException {
        var marks = String.join(", ", Collections.nCopies(columns, "?"));
        return connection.prepareStatement("INSERT INTO limits." + table + " VALUES (" + marks + ")");
    }

    /** Writes one order; {@code number} is its own among all clients, {@code products} rise. */
    void write(long number, long[] products) throws SQLException {
        read(stock, products);
        read(layers, products);
        sell(number, products);
        deliver(number, products);
        charge(number, products);
        post(number);
        record(number);
        connection.commit();
    }

    private void read(PreparedStatement statement, long[] products) throws SQLException {
        statement.setLong(1, COMPANY);
        for (int i = 0; i < LINES; i++) {
            statement.setLong(2 + i, products[i]);
        }
        statements++;
        try (var found = statement.executeQuery()) {
            while (found.next()) {
                found.getBigDecimal(1);
            }
        }
    }

    private void sell(long number, long[] products) throws SQLException {
        var name = "SO-" + number;
        run(add(
                order,
                COMPANY,
                number,
                name,
                customer(number),
                "Customer",
                "INVOICED",
                today,
                CURRENCY,
                AMOUNT,
                TAX,
                AMOUNT,
                1L));
        for (int i = 0; i < LINES; i++) {
            add(
                    orderLine,
                    COMPANY,
                    number,
                    i + 1,
                    products[i],
                    QUANTITY,
                    "PCE",
                    PRICE,
                    AMOUNT,
                    TAX_CODE,
                    TAX_PERCENT,
                    TAX,
                    QUANTITY,
                    QUANTITY);
        }
        run(orderLine);
    }

    private void deliver(long number, long[] products) throws SQLException {
        run(add(delivery, COMPANY, number, "DN-" + number, number, customer(number), today, 1L));
        for (int i = 0; i < LINES; i++) {
            add(deliveryLine, COMPANY, number, i + 1, i + 1, products[i], QUANTITY);
            add(movement, COMPANY, number, i + 1, "DELIVERY", products[i], today, QUANTITY, AMOUNT, number * LINES + i);
            add(take, QUANTITY, COMPANY, products[i], QUANTITY);
            add(consume, QUANTITY, AMOUNT, COMPANY, products[i], 1L);
        }
        run(deliveryLine);
        run(movement);
        run(take);
        run(consume);
    }

    private void charge(long number, long[] products) throws SQLException {
        run(add(
                invoice,
                COMPANY,
                number,
                "INV-" + number,
                number,
                customer(number),
                "Customer",
                today,
                today,
                CURRENCY,
                AMOUNT,
                TAX,
                AMOUNT,
                1L));
        for (int i = 0; i < LINES; i++) {
            add(
                    invoiceLine,
                    COMPANY,
                    number,
                    i + 1,
                    products[i],
                    i + 1,
                    QUANTITY,
                    PRICE,
                    AMOUNT,
                    TAX_CODE,
                    TAX_PERCENT,
                    TAX);
        }
        run(invoiceLine);
        run(add(invoiceTax, COMPANY, number, TAX_CODE, TAX_PERCENT, AMOUNT, TAX));
    }

    private void post(long number) throws SQLException {
        for (int j = 0; j < JOURNALS; j++) {
            long id = number * JOURNALS + j;
            add(journal, COMPANY, id, "INVOICE", number, today, today, number, AMOUNT);
            for (int i = 0; i < JOURNAL_LINES; i++) {
                add(journalLine, COMPANY, id, i + 1, String.valueOf(1000 + i * 100), today, AMOUNT);
            }
        }
        run(journal);
        run(journalLine);
    }

    private void record(long number) throws SQLException {
        var now = Timestamp.from(Instant.now());
        for (int i = 0; i < EVENTS; i++) {
            var fact = i < FACTS;
            add(
                    event,
                    COMPANY,
                    number * EVENTS + i,
                    today,
                    now,
                    1L,
                    "rest",
                    "crm",
                    fact ? null : number,
                    fact ? null : "warehouse.valuation",
                    fact ? null : i,
                    "crm.order-confirmed",
                    1,
                    payload);
        }
        run(event);
    }

    private static long customer(long number) {
        return number % 20;
    }

    private static PreparedStatement add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        return statement;
    }

    private void run(PreparedStatement statement) throws SQLException {
        statements++;
        rows += Arrays.stream(statement.executeBatch())
                .map(LimitWriter::written)
                .sum();
    }

    /** The driver does not say how many rows a batch has written that it made one statement of; each was one. */
    private static int written(int count) {
        if (count == 0) {
            throw new IllegalStateException("the floor ran out of stock");
        }
        return 1;
    }

    long rows() {
        return rows;
    }

    long statements() {
        return statements;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
