package org.stepwise.modules.internal.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.LoggerFactory;

/**
 * Finds the classes that the header {@code Stepwise-Records} of an api bundle names; the build writes it from their
 * annotations. On a plain class path they are found by the manifests there.
 */
final class DescribedClasses {
    private static final String HEADER = "Stepwise-Records";
    private static final String MODULE = "Stepwise-Module";
    private static final int USABLE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private DescribedClasses() {}

    /** Tells the catalogue of those there are, and from then on until it is closed. */
    static AutoCloseable into(RecordCatalogue catalogue) throws IOException {
        var here = FrameworkUtil.getBundle(DescribedClasses.class);
        if (here == null) {
            var loader = DescribedClasses.class.getClassLoader();
            for (var address : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (var stream = address.openStream()) {
                    var headers = new Manifest(stream).getMainAttributes();
                    add(catalogue, headers.getValue(MODULE), headers.getValue(HEADER), loader::loadClass);
                }
            }
            return () -> {};
        }
        var tracker = new BundleTracker<>(here.getBundleContext(), USABLE, new Bundles(catalogue));
        tracker.open();
        return tracker::close;
    }

    private interface Loader {
        Class<?> load(String name) throws ClassNotFoundException;
    }

    /** Null when the bundle describes none, or none that can be used. */
    private static List<Class<? extends Record>> add(
            RecordCatalogue catalogue, String module, String header, Loader loader) {
        if (module == null || header == null || header.isBlank()) {
            return null;
        }
        try {
            var found = new ArrayList<Class<? extends Record>>();
            for (var name : header.split(",")) {
                found.add(loader.load(name.strip()).asSubclass(Record.class));
            }
            catalogue.add(found);
            catalogue.mended(module);
            return found;
        } catch (ClassNotFoundException | RuntimeException | LinkageError unusable) {
            var reason = "the records of " + module + " cannot be used: " + unusable.getMessage();
            LoggerFactory.getLogger(DescribedClasses.class).error(reason, unusable);
            catalogue.broken(module, reason);
            return null;
        }
    }

    private record Bundles(RecordCatalogue catalogue)
            implements BundleTrackerCustomizer<List<Class<? extends Record>>> {
        @Override
        public List<Class<? extends Record>> addingBundle(Bundle bundle, BundleEvent event) {
            var headers = bundle.getHeaders("");
            return add(catalogue, headers.get(MODULE), headers.get(HEADER), bundle::loadClass);
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, List<Class<? extends Record>> described) {
            // The same in every state.
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, List<Class<? extends Record>> described) {
            catalogue.remove(described);
        }
    }
}
