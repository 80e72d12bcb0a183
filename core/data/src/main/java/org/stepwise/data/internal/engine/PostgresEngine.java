package org.stepwise.data.internal.engine;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;
import org.postgresql.xa.PGXADataSource;
import org.stepwise.data.Database;

/** A PostgreSQL server reached by a JDBC address. */
public final class PostgresEngine implements Engine {
    private final String url;
    private final String user;
    private final String password;

    public PostgresEngine(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    private <T extends BaseDataSource> T addressed(T source) {
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("stepwise");
        return source;
    }

    @Override
    public Database.Kind kind() {
        return Database.Kind.POSTGRESQL;
    }

    @Override
    public XADataSource shared() {
        return new BranchSource(addressed(new PGXADataSource()), PostgresBranch::new);
    }

    @Override
    public DataSource plain() {
        return addressed(new PGSimpleDataSource());
    }

    @Override
    public String catalogued(String schema) {
        return schema.toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("binary", "bytea", "moment", "TIMESTAMP");
    }

    @Override
    public void close() {
        // The server goes on for others; the pool has closed our connections.
    }
}
