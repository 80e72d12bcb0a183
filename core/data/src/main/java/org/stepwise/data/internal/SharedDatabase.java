package org.stepwise.data.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.resource.spi.TransactionSupport.TransactionSupportLevel;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ops4j.pax.transx.jdbc.ManagedDataSourceBuilder;
import org.ops4j.pax.transx.tm.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.internal.engine.DerbyEngine;
import org.stepwise.data.internal.engine.Engine;
import org.stepwise.data.internal.engine.PostgresEngine;
import org.stepwise.data.internal.table.KeptTables;
import org.stepwise.data.internal.table.Migration;
import org.stepwise.data.internal.table.Tables;
import org.stepwise.data.internal.watch.DatabaseWatch;
import org.stepwise.data.internal.watch.Room;

/** The one database: its engine, and one pool whose connections take part in JTA transactions. */
@Component(configurationPid = "org.stepwise.data")
@Designate(ocd = SharedDatabase.Config.class)
public final class SharedDatabase implements Database {

    @ObjectClassDefinition(name = "Database")
    public @interface Config {
        @AttributeDefinition(description = "derby (in this process) or postgresql (a server)")
        String database() default "derby";

        @AttributeDefinition(description = "Derby: the directory; empty for the folder db of the installation")
        String directory() default "";

        @AttributeDefinition(description = "PostgreSQL: the JDBC address")
        String url() default "jdbc:postgresql://localhost/stepwise";

        @AttributeDefinition(description = "PostgreSQL: the user")
        String user() default "stepwise";

        @AttributeDefinition(description = "PostgreSQL: the password", type = AttributeType.PASSWORD)
        String password() default "";

        @AttributeDefinition(description = "Most connections at a time")
        int poolSize() default 20;

        @AttributeDefinition(description = "How long a request waits for a connection")
        int connectionTimeoutSeconds() default 30;

        @AttributeDefinition(
                description = "PostgreSQL on this machine: the directory of its data, to stop writing before the disk"
                        + " is full; empty where it is elsewhere")
        String dataDirectory() default "";

        @AttributeDefinition(description = "With fewer megabytes left on the disk of the data nothing is written")
        int reserveMegabytes() default 16;

        @AttributeDefinition(description = "With fewer megabytes left on the disk of the data somebody is warned")
        int warningMegabytes() default 256;
    }

    private static final Logger LOG = LoggerFactory.getLogger(SharedDatabase.class);

    /** Kept ready on each connection: an order takes about 100 different ones. */
    private static final int PREPARED_STATEMENTS = 200;

    /** Then it is looked whether the database can be reached at all. */
    private static final int LONGEST_WAIT_SECONDS = 1;

    private final Engine engine;
    private final Pool pool;
    private final DatabaseWatch watch;

    @Activate
    public SharedDatabase(
            @Reference TransactionManager transactions,
            @Reference TransactionSynchronizationRegistry registry,
            @Reference DatabaseWatch watch,
            Config config) {
        warnOfSummerTime();
        this.watch = watch;
        this.engine = engine(config);
        try {
            this.pool = new Pool(
                    engine,
                    () -> pool(transactions, config),
                    Duration.ofSeconds(config.connectionTimeoutSeconds()),
                    registry,
                    watch);
            watch.begin(engine, room(config), pool);
        } catch (RuntimeException failure) {
            engine.close();
            throw failure;
        }
    }

    private DataSource pool(TransactionManager transactions, Config config) throws Exception {
        return ManagedDataSourceBuilder.builder()
                .name("stepwise")
                .dataSource(engine.shared())
                .transaction(TransactionSupportLevel.XATransaction)
                .transactionManager(transactions)
                .exceptionSorter(new LostConnections())
                .transactionIsolationLevel(Connection.TRANSACTION_READ_COMMITTED)
                .maxPoolSize(config.poolSize())
                .minIdle(1)
                .preparedStatementCacheSize(PREPARED_STATEMENTS)
                .connectionTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    /** JDBC puts days and moments into calendars of the zone: the hour that summer time leaves out cannot be kept. */
    private static void warnOfSummerTime() {
        var zone = ZoneId.systemDefault();
        if (!zone.getRules().isFixedOffset()) {
            LOG.warn(
                    "moments in the hour that summer time leaves out in {} are kept an hour late: start the server"
                            + " with -Duser.timezone=UTC",
                    zone);
        }
    }

    private static Engine engine(Config config) {
        return switch (config.database()) {
            case "derby" -> new DerbyEngine(directory(config));
            case "postgresql" -> new PostgresEngine(config.url(), config.user(), config.password());
            default ->
                throw new IllegalArgumentException("database = " + config.database()
                        + " in etc/org.stepwise.data.cfg is not known: use derby or postgresql");
        };
    }

    private static Path directory(Config config) {
        if (!config.directory().isBlank()) {
            return Path.of(config.directory()).toAbsolutePath();
        }
        return home().resolve("db");
    }

    private static Path home() {
        return Path.of(System.getProperty("stepwise.home", System.getProperty("karaf.data", ".")))
                .toAbsolutePath();
    }

    /** Of a database elsewhere nothing can be seen: it says itself when its disk is full. */
    private Room room(Config config) {
        var limits = new Room.Limits(config.reserveMegabytes(), config.warningMegabytes());
        if (kind() == Kind.DERBY) {
            return new Room(directory(config), limits);
        } else if (!config.dataDirectory().isBlank()) {
            return new Room(Path.of(config.dataDirectory()), limits);
        }
        return new Room(home(), new Room.Limits(0, config.warningMegabytes()));
    }

    @Deactivate
    public void close() throws Exception {
        try {
            watch.end();
            pool.close();
        } finally {
            engine.close();
        }
    }

    @Override
    public Kind kind() {
        return engine.kind();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public boolean writable() {
        return watch.writable();
    }

    @Override
    public void migrate(String schema, ClassLoader scripts) {
        try {
            new Migration(engine, schema).run(scripts);
        } catch (RuntimeException failure) {
            throw watch.undone(failure);
        }
    }

    @Override
    public void migrate(String schema, ClassLoader scripts, List<Table> kept) {
        if (kept.isEmpty() || new Migration(engine, schema).has(scripts)) {
            migrate(schema, scripts);
        }
        if (kept.isEmpty()) {
            return;
        }
        try {
            new KeptTables(engine, schema).expand(kept);
        } catch (RuntimeException failure) {
            throw watch.undone(failure);
        }
    }

    @Override
    public List<String> applied(String schema) {
        return new Migration(engine, schema).applied();
    }

    @Override
    public Path export(String schema, Id company, Set<String> withheld, Path into) {
        return new Tables(engine, schema).export(company, withheld, into);
    }

    @Override
    public void measure(String schema) {
        if (kind() == Kind.POSTGRESQL) {
            new Tables(engine, schema).measure();
        }
    }

    @Override
    public void clear(String schema, Id company) {
        new Tables(engine, schema).clear(company, pool);
    }

    @Override
    public boolean clearSome(String schema, Id company) {
        return new Tables(engine, schema).clearSome(company, pool);
    }
}
