package org.stepwise.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.stepwise.data.Database;

/**
 * Hears what a platform asks of its database, in verbs and in reactions, so that a test can say how much that may be:
 * {@code Platform.on(kind).around(Database.class, count::around)}. A batch is one statement, as it is one trip.
 */
public final class StatementCount implements QueryExecutionListener {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** The same database, heard. */
    public Database around(Database database) {
        DataSource source = ProxyDataSourceBuilder.create(database.dataSource())
                .listener(this)
                .build();
        return (Database) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("dataSource") ? source : method.invoke(database, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** The statements on tables of these schemas while the work was done; reactions count if the work awaits them. */
    public List<String> during(Runnable work, String... schemas) {
        heard.clear();
        work.run();
        return heard.stream()
                .filter(sql -> Stream.of(schemas)
                        .anyMatch(schema -> sql.toLowerCase(Locale.ROOT).contains(schema + ".")))
                .toList();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        heard.add(queries.stream().map(QueryInfo::getQuery).collect(Collectors.joining("; ")));
    }
}
