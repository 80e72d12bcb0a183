package org.stepwise.data.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.stepwise.data.internal.engine.Engine;

/**
 * Brings one schema to its newest version. Each script is one transaction, its DDL included (both databases can), so
 * that a kill in the middle leaves the version before it.
 */
public final class Migration {
    /** Otherwise a script and the note that it has run are two: a server killed between them never starts again. */
    private static final Map<String, String> ONE_TRANSACTION = Map.of("flyway.postgresql.transactional.lock", "false");

    private final Engine engine;
    private final String schema;

    public Migration(Engine engine, String schema) {
        this.engine = engine;
        this.schema = schema;
    }

    public void run(ClassLoader scripts) {
        if (!has(scripts)) {
            throw new IllegalStateException("the schema " + schema + " has no scripts: db/" + schema + " is missing");
        }
        with(() -> flyway(scripts, locations(scripts)).migrate());
    }

    /** Whether there are any scripts for it. */
    public boolean has(ClassLoader scripts) {
        return locations(scripts).length > 0;
    }

    /** Writes nothing: a schema that is missing stays missing. */
    public List<String> applied() {
        return with(() -> Arrays.stream(flyway(Flyway.class.getClassLoader(), new String[0])
                        .info()
                        .applied())
                .filter(script -> script.getScript().endsWith(".sql"))
                .map(MigrationInfo::getScript)
                .toList());
    }

    private Flyway flyway(ClassLoader scripts, String[] locations) {
        return Flyway.configure(scripts)
                .dataSource(engine.plain())
                .defaultSchema(engine.catalogued(schema))
                .createSchemas(true)
                .locations(locations)
                .placeholders(engine.placeholders())
                .loggers("slf4j")
                .configuration(ONE_TRANSACTION)
                .load();
    }

    private static <T> T with(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Flyway finds its own parts by the context class loader, which in a container knows nothing of them.
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String[] locations(ClassLoader scripts) {
        var vendor = "db/" + schema + "-" + engine.kind().name().toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (var folder : List.of("db/" + schema, vendor)) {
            if (scripts.getResource(folder) != null || scripts.getResource(folder + "/") != null) {
                found.add("classpath:" + folder);
            }
        }
        return found.toArray(String[]::new);
    }
}
