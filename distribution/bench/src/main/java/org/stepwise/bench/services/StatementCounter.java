package org.stepwise.bench.services;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.stepwise.bench.trade.Step;
import org.stepwise.bench.trade.Watch;
import org.stepwise.data.Database;
import org.stepwise.testkit.jpa.JvmTransactions;

/** Counts what goes to the database, by the step that the thread is at. A batch is one statement, as it is one trip. */
final class StatementCounter implements Watch, QueryExecutionListener {
    private static final String REACTIONS = "reactions";

    private final Map<Place, LongAdder> executions = new ConcurrentHashMap<>();
    private final LongAdder rows = new LongAdder();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder writing = new LongAdder();
    private final ThreadLocal<String> at = ThreadLocal.withInitial(() -> REACTIONS);
    private final ThreadLocal<Boolean> wrote = ThreadLocal.withInitial(() -> false);

    private record Place(String step, String sql) {}

    /** The same database, heard. */
    Database around(Database database) {
        DataSource heard = ProxyDataSourceBuilder.create(database.dataSource())
                .listener(this)
                .build();
        return (Database) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Database.class},
                (proxy, method, arguments) ->
                        method.getName().equals("dataSource") ? heard : called(database, method, arguments));
    }

    /** The transaction manager of this JVM, heard. */
    TransactionManager transactions() {
        var real = JvmTransactions.manager();
        return (TransactionManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TransactionManager.class}, (proxy, method, arguments) -> {
                    try {
                        return called(real, method, arguments);
                    } finally {
                        if (method.getName().equals("commit")) {
                            committed();
                        }
                    }
                });
    }

    private static Object called(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private void committed() {
        transactions.increment();
        if (wrote.get()) {
            writing.increment();
        }
        wrote.set(false);
    }

    @Override
    public void step(Step step, Runnable work) {
        at.set(step.title());
        try {
            work.run();
        } finally {
            at.remove();
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var sql = queries.stream().map(QueryInfo::getQuery).collect(Collectors.joining("; "));
        executions
                .computeIfAbsent(new Place(at.get(), sql), key -> new LongAdder())
                .increment();
        if (!sql.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT")) {
            wrote.set(true);
            rows.add(written(execution));
        }
    }

    /** Rows of a statement or of a batch; a driver that made one statement of a batch tells only that it went well. */
    private static long written(ExecutionInfo execution) {
        if (execution.getResult() instanceof int[] counts) {
            return IntStream.of(counts).map(count -> count < 0 ? 1 : count).sum();
        }
        return execution.getResult() instanceof Integer count ? count : 0;
    }

    void reset() {
        executions.clear();
        rows.reset();
        transactions.reset();
        writing.reset();
    }

    long statements() {
        return executions.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long rowsWritten() {
        return rows.sum();
    }

    long transactionsEnded() {
        return transactions.sum();
    }

    long writingTransactions() {
        return writing.sum();
    }

    Map<String, Long> byStep() {
        Map<String, Long> steps = new TreeMap<>();
        executions.forEach((place, times) -> steps.merge(place.step(), times.sum(), Long::sum));
        return steps;
    }

    /** Every statement with its executions an order, by step, the most frequent first. */
    String listing(int orders) {
        var text = new StringBuilder();
        byStep().forEach((step, statements) -> {
            text.append(String.format(Locale.ROOT, "%n%s: %.2f%n", step, (double) statements / orders));
            executions.entrySet().stream()
                    .filter(entry -> entry.getKey().step().equals(step))
                    .sorted(Comparator.comparing(entry -> -entry.getValue().sum()))
                    .forEach(entry -> text.append(String.format(
                            Locale.ROOT,
                            "%8.2f  %s%n",
                            (double) entry.getValue().sum() / orders,
                            entry.getKey().sql().replaceAll("\\s+", " "))));
        });
        return text.toString();
    }
}
