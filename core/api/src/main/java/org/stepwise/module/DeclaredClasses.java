package org.stepwise.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Finds the classes that a header of api bundles names, such as {@code Stepwise-Events}; the build writes it from their
 * annotations. On a plain class path they are found by the manifests there. In a container they come and go with their
 * bundles; those that are installed when it is opened are found before it returns, resolved or not: nobody may start
 * to read and not know them.
 */
public final class DeclaredClasses implements AutoCloseable {
    private static final String MODULE = "Stepwise-Module";
    private static final int THERE =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final AutoCloseable source;

    /** Is told of the classes of one bundle; {@code module} is null of the platform's own. */
    public interface Listener {
        void found(String module, List<Class<?>> classes);

        void gone(String module, List<Class<?>> classes);

        /** They cannot be used. */
        void broken(String module, Throwable reason);
    }

    private DeclaredClasses(AutoCloseable source) {
        this.source = source;
    }

    /**
     * Tells the listener of those there are, and from then on until it is closed.
     *
     * @param asking whose bundle looks
     */
    public static DeclaredClasses of(String header, Class<?> asking, Listener listener) {
        var here = FrameworkUtil.getBundle(asking);
        if (here == null) {
            onClassPath(header, asking.getClassLoader(), listener);
            return new DeclaredClasses(() -> {});
        }
        var tracker = new BundleTracker<>(here.getBundleContext(), THERE, new Bundles(header, listener));
        tracker.open();
        return new DeclaredClasses(tracker::close);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void onClassPath(String header, ClassLoader loader, Listener listener) {
        try {
            for (var address : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (var stream = address.openStream()) {
                    var headers = new Manifest(stream).getMainAttributes();
                    var found = new Found(headers.getValue(MODULE), headers.getValue(header), loader::loadClass);
                    if (found.any()) {
                        found.load(listener);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @FunctionalInterface
    private interface Loader {
        Class<?> load(String name) throws ClassNotFoundException;
    }

    /** What one bundle declares. */
    private static final class Found {
        private final String module;
        private final String names;
        private final Loader loader;
        private List<Class<?>> classes;

        Found(String module, String names, Loader loader) {
            this.module = module == null ? null : module.strip();
            this.names = names;
            this.loader = loader;
        }

        boolean any() {
            return names != null && !names.isBlank();
        }

        synchronized void load(Listener listener) {
            if (classes != null) {
                return;
            }
            try {
                var loaded = new ArrayList<Class<?>>();
                for (var name : names.split(",")) {
                    loaded.add(loader.load(name.strip()));
                }
                listener.found(module, List.copyOf(loaded));
                classes = loaded;
            } catch (ClassNotFoundException | RuntimeException | LinkageError unusable) {
                System.getLogger(DeclaredClasses.class.getName())
                        .log(Level.ERROR, "the classes " + names + " cannot be used", unusable);
                listener.broken(module, unusable);
            }
        }

        synchronized void unload(Listener listener) {
            if (classes != null) {
                listener.gone(module, List.copyOf(classes));
                classes = null;
            }
        }
    }

    private record Bundles(String header, Listener listener) implements BundleTrackerCustomizer<Found> {
        /** The event is null of those that were there before; later ones are resolved by whoever installs them. */
        @Override
        public Found addingBundle(Bundle bundle, BundleEvent event) {
            var headers = bundle.getHeaders("");
            var found = new Found(headers.get(MODULE), headers.get(header), bundle::loadClass);
            if (!found.any() || !mayDeclare(found.module, bundle)) {
                return null;
            }
            if (event == null || bundle.getState() != Bundle.INSTALLED) {
                found.load(listener);
            }
            return found;
        }

        private boolean mayDeclare(String module, Bundle bundle) {
            return module == null
                    || Homes.mayOffer(
                            "the header " + header, module, Map.of(Constants.SERVICE_BUNDLEID, bundle.getBundleId()));
        }

        /** A bundle that is refreshed has other classes than before. */
        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, Found found) {
            if (bundle.getState() == Bundle.INSTALLED) {
                found.unload(listener);
            } else {
                found.load(listener);
            }
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, Found found) {
            found.unload(listener);
        }
    }
}
