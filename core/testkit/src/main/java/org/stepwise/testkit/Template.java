package org.stepwise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.internal.engine.DerbyEngine;
import org.stepwise.data.internal.engine.Engine;
import org.stepwise.data.internal.engine.PostgresEngine;
import org.stepwise.data.internal.table.Migration;

/**
 * What a fresh database of a test is a copy of. Every schema of the bundles on the class path is in it, made by their
 * scripts and with the means of a server, once in this JVM: made anew for each test, they were half of all the work. A
 * schema of a test's own is not in it, and a platform looks for new scripts as ever.
 */
final class Template {
    private static final ClassLoader LOADER = Template.class.getClassLoader();
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SCRIPTS = "db/";
    private static final String OURS = "org.stepwise.";

    private Template() {}

    static Store derby() {
        return Derby.STORE;
    }

    static Store quickPostgres() {
        return QuickPostgres.STORE;
    }

    static Store durablePostgres() {
        return DurablePostgres.STORE;
    }

    private static final class Derby {
        private static final Store STORE = Store.blankDerby();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(STORE::close));
            migrate(new DerbyEngine(STORE.directory()));
        }
    }

    private static final class QuickPostgres {
        private static final Store STORE = on(PostgresServer.quick());
    }

    private static final class DurablePostgres {
        private static final Store STORE = on(PostgresServer.durable());
    }

    private static Store on(PostgresServer server) {
        var store = Store.emptyPostgres(server);
        migrate(new PostgresEngine(store.url(), "postgres", ""));
        return store;
    }

    private static void migrate(Engine engine) {
        try {
            schemas().forEach(schema -> new Migration(engine, schema).run(LOADER));
        } finally {
            engine.close();
        }
    }

    /** Those that a bundle of ours brings the scripts of; what tests bring is in no bundle. */
    private static Set<String> schemas() {
        try {
            Set<String> schemas = new TreeSet<>();
            for (var manifest : Collections.list(LOADER.getResources(MANIFEST))) {
                if (isOurs(manifest)) {
                    schemas.addAll(schemas(manifest));
                }
            }
            return schemas;
        } catch (IOException failure) {
            throw new UncheckedIOException("the schemas on the class path cannot be read", failure);
        }
    }

    private static boolean isOurs(URL manifest) throws IOException {
        try (var in = manifest.openStream()) {
            var name = new Manifest(in).getMainAttributes().getValue("Bundle-SymbolicName");
            return name != null && name.startsWith(OURS);
        }
    }

    private static Set<String> schemas(URL manifest) throws IOException {
        var folders = manifest.openConnection() instanceof JarURLConnection jar ? packed(jar) : unpacked(manifest);
        return folders.map(folder -> folder.replaceFirst("-(derby|postgresql)$", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> packed(JarURLConnection jar) throws IOException {
        return jar.getJarFile().stream()
                .map(entry -> entry.getName().split("/"))
                .filter(parts -> parts.length > 2 && SCRIPTS.equals(parts[0] + "/"))
                .map(parts -> parts[1]);
    }

    private static Stream<String> unpacked(URL manifest) throws IOException {
        var scripts = Path.of(URI.create(manifest.toString())).getParent().resolveSibling(SCRIPTS);
        if (Files.notExists(scripts)) {
            return Stream.empty();
        }
        try (var folders = Files.list(scripts)) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        }
    }
}
