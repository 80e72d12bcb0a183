package org.stepwise.modules.internal.feature;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.module.Modules.BundleChange;

/**
 * Karaf's features, never with an automatic refresh: what is running is not touched by what comes. Only who still holds
 * a bundle that was taken away by hand is given the one that comes in its place.
 */
@Component
public final class KarafInstaller implements Installer {
    private static final Pattern SCRIPT = Pattern.compile("db/[a-z]+(-[a-z]+)?/V[^/]*\\.sql");

    private static final Logger LOG = System.getLogger(KarafInstaller.class.getName());

    private final FeaturesService features;
    private final ConfigurationAdmin configurations;
    private final BundleContext bundles;

    @Activate
    public KarafInstaller(
            @Reference FeaturesService features, @Reference ConfigurationAdmin configurations, BundleContext bundles) {
        this.features = features;
        this.configurations = configurations;
        this.bundles = bundles;
    }

    @Override
    public void install(String feature) {
        try {
            var found = known(feature);
            if (!features.isInstalled(found) || !whole(found)) {
                features.installFeature(found, EnumSet.of(Option.NoAutoRefreshBundles));
                letGo();
            }
            startThoseThatWait(found);
        } catch (Exception failure) {
            throw new IllegalStateException(feature + " does not install: " + failure.getMessage(), failure);
        }
    }

    /** Who uses a bundle that was taken away by hand holds it still, and would not know what has come in its place. */
    private void letGo() throws InterruptedException {
        var framework = bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        if (framework == null) {
            return;
        }
        var wiring = framework.adapt(FrameworkWiring.class);
        var gone = wiring.getRemovalPendingBundles().stream()
                .filter(bundle -> bundle.getState() == Bundle.UNINSTALLED)
                .toList();
        if (!gone.isEmpty()) {
            var done = new CountDownLatch(1);
            wiring.refreshBundles(gone, event -> {
                if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                    done.countDown();
                }
            });
            done.await(1, TimeUnit.MINUTES);
        }
    }

    /** Karaf writes down what is installed last: a server that died before has a feature whose bundles are gone. */
    private boolean whole(Feature feature) throws Exception {
        for (var part : closure(feature.getName())) {
            if (part.getBundles().stream().anyMatch(this::isGone)) {
                return false;
            }
        }
        return true;
    }

    /** Of others' bundles Karaf may rightly have taken another version. */
    private boolean isGone(BundleInfo info) {
        return info.getLocation().startsWith("mvn:org.stepwise/") && bundles.getBundle(info.getLocation()) == null;
    }

    /** Karaf starts bundles last: a server that died before has bundles that nobody would ever start. */
    private void startThoseThatWait(Feature feature) throws BundleException {
        for (var info : feature.getBundles()) {
            var bundle = bundles.getBundle(info.getLocation());
            if (bundle != null && (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0) {
                bundle.start();
            }
        }
    }

    @Override
    public void uninstall(String feature) {
        try {
            var found = known(feature);
            if (features.isInstalled(found)) {
                features.uninstallFeature(found.getName(), found.getVersion(), EnumSet.of(Option.NoAutoRefreshBundles));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(feature + " does not uninstall: " + failure.getMessage(), failure);
        }
    }

    @Override
    public Touched touched(String feature) {
        var names = new ArrayList<String>();
        var changes = new ArrayList<BundleChange>();
        var scripts = new ArrayList<String>();
        var problems = new ArrayList<String>();
        try {
            for (var part : closure(feature)) {
                var installed = features.isInstalled(part);
                if (!installed) {
                    names.add(part.getName());
                }
                for (var bundle : part.getBundles()) {
                    if (!installed && bundles.getBundle(bundle.getLocation()) == null) {
                        changes.add(new BundleChange(name(bundle), "start"));
                    }
                    if (part.getName().equals(feature)) {
                        scripts.addAll(scripts(bundle));
                    }
                }
            }
            if (!names.isEmpty()) {
                features.installFeature(known(feature), EnumSet.of(Option.Simulate, Option.NoAutoRefreshBundles));
            }
        } catch (Exception failure) {
            problems.add("it would not install: " + failure.getMessage());
        }
        return new Touched(names, changes, scripts, problems);
    }

    private Feature known(String feature) throws Exception {
        var found = features.getFeature(feature);
        if (found == null) {
            addRepositories();
            found = features.getFeature(feature);
        }
        if (found == null) {
            throw new IllegalStateException("no feature repository has " + feature);
        }
        return found;
    }

    /**
     * Those that Karaf was configured with. It starts its features twice at its first start, once without and once with
     * its configuration, and the two can cross: then all boot features are installed and it knows no repository.
     */
    private void addRepositories() throws Exception {
        var configured = configurations
                .getConfiguration("org.apache.karaf.features", null)
                .getProperties();
        var named = configured == null ? null : configured.get("featuresRepositories");
        if (named == null) {
            return;
        }
        LOG.log(Level.INFO, "Karaf is told once more of the repositories that it was configured with: {0}", named);
        for (var repository : named.toString().split(",")) {
            features.addRepository(URI.create(repository.strip()));
        }
    }

    private Set<Feature> closure(String feature) throws Exception {
        var all = new LinkedHashSet<Feature>();
        var open = new ArrayList<>(List.of(known(feature)));
        while (!open.isEmpty()) {
            var next = open.remove(0);
            if (all.add(next)) {
                for (var dependency : next.getDependencies()) {
                    open.add(known(dependency.getName()));
                }
            }
        }
        return all;
    }

    private static String name(BundleInfo bundle) {
        var parts = bundle.getLocation().split("/");
        return parts.length > 2 ? parts[1] + " " + parts[2] : bundle.getLocation();
    }

    private List<String> scripts(BundleInfo info) throws IOException {
        var bundle = bundles.getBundle(info.getLocation());
        return bundle == null ? scriptsInside(info.getLocation()) : scriptsOf(bundle);
    }

    private static List<String> scriptsOf(Bundle bundle) {
        var entries = bundle.findEntries("db", "V*.sql", true);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .map(entry -> entry.getPath().replaceFirst("^/", ""))
                        .toList();
    }

    private static List<String> scriptsInside(String location) throws IOException {
        var scripts = new ArrayList<String>();
        try (var jar = new JarInputStream(URI.create(location).toURL().openStream())) {
            for (var entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (SCRIPT.matcher(entry.getName()).matches()) {
                    scripts.add(entry.getName());
                }
            }
        }
        return scripts;
    }
}
