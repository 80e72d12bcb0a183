package org.stepwise.itest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stepwise.data.Database;
import org.stepwise.driver.Distribution;
import org.stepwise.driver.RunningErp;
import org.stepwise.driver.Sources;

/** The running distributions of a test run: one a database, booted when first asked for and shared by all tests. */
final class Erps implements CloseableResource {
    private final Path target = Sources.root().resolve("distribution/itests/target");
    private final Map<Database.Kind, RunningErp> running = new EnumMap<>(Database.Kind.class);
    private EmbeddedPostgres postgres;

    /** Hands the shared instance to whoever asks for it as a parameter. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Erps.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(Erps.class);
        }
    }

    synchronized RunningErp on(Database.Kind kind) {
        return running.computeIfAbsent(kind, this::boot);
    }

    private RunningErp boot(Database.Kind kind) {
        var home = target.resolve("home-" + kind.name().toLowerCase(Locale.ROOT));
        Distribution.delete(home);
        var erp = new RunningErp(distribution(), home, kind == Database.Kind.POSTGRESQL ? postgres() : null);
        erp.start();
        return erp;
    }

    private Path distribution() {
        var unpacked = target.resolve("distribution");
        return running.isEmpty() ? Distribution.unpackedInto(unpacked) : unpacked;
    }

    private String postgres() {
        try {
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start", failure);
        }
        return """
                database = postgresql
                url = jdbc:postgresql://localhost:%d/postgres
                user = postgres
                password = postgres
                """
                .formatted(postgres.getPort());
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(RunningErp::close);
        if (postgres != null) {
            postgres.close();
        }
    }
}
