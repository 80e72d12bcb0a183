package org.stepwise.accounting.internal;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.stepwise.data.Sql;

/** Statements as they are, counted as far as they touch the tables of the books: a batch is one, as it is one trip. */
final class CountedSql implements Sql {
    private final Sql real;
    private final AtomicInteger statements;
    private final AtomicInteger rowsRead;

    CountedSql(Sql real, AtomicInteger statements, AtomicInteger rowsRead) {
        this.real = real;
        this.statements = statements;
        this.rowsRead = rowsRead;
    }

    @Override
    public <T> List<T> list(Row<T> row, String query, Object... values) {
        var found = real.list(row, query, values);
        if (Stream.of(values).noneMatch(value -> value instanceof Collection<?> many && many.isEmpty())) {
            count(query);
            rowsRead.addAndGet(ofTheBooks(query) ? found.size() : 0);
        }
        return found;
    }

    @Override
    public int write(String statement, Object... values) {
        count(statement);
        return real.write(statement, values);
    }

    @Override
    public int[] batch(String statement, Collection<Object[]> values) {
        if (!values.isEmpty()) {
            count(statement);
        }
        return real.batch(statement, values);
    }

    private void count(String statement) {
        if (ofTheBooks(statement)) {
            statements.incrementAndGet();
        }
    }

    private static boolean ofTheBooks(String statement) {
        return statement.contains("accounting.");
    }
}
