package org.stepwise.modules.internal.catalogue;

import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.stepwise.module.Homes;

/** The modules whose api bundles are installed in the container. */
@Component
public final class BundleCatalogue implements ModuleCatalogue {
    private static final int USABLE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final BundleTracker<ModuleDescriptor> bundles;

    @Activate
    public BundleCatalogue(BundleContext context) {
        bundles = new BundleTracker<>(context, USABLE, new Reader());
        bundles.open();
    }

    @Deactivate
    public void close() {
        bundles.close();
    }

    @Override
    public List<ModuleDescriptor> modules() {
        return List.copyOf(bundles.getTracked().values());
    }

    private static final class Reader implements BundleTrackerCustomizer<ModuleDescriptor> {
        @Override
        public ModuleDescriptor addingBundle(Bundle bundle, BundleEvent event) {
            return ModuleDescriptor.of(header -> bundle.getHeaders("").get(header))
                    .filter(module -> Homes.mayOffer(
                            "the manifest", module.name(), Map.of(Constants.SERVICE_BUNDLEID, bundle.getBundleId())))
                    .orElse(null);
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, ModuleDescriptor module) {
            // The manifest is the same in every state.
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, ModuleDescriptor module) {
            // getTracked() no longer has it.
        }
    }
}
