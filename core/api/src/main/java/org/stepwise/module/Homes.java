package org.stepwise.module;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/**
 * Which bundles are a module, so that no other takes its names: the api bundle, whose manifest has the header {@code
 * Stepwise-Module}, and the implementation, which has that bundle's symbolic name and {@code .internal}. Of two api
 * bundles that claim one module the older has it. The platform's own names are {@code erp} and {@code
 * web}.
 */
public final class Homes {
    private static final Logger LOG = System.getLogger(Homes.class.getName());
    private static final Set<String> PLATFORM = Set.of("erp", "web");
    private static final Set<String> PLATFORM_BUNDLES = Set.of(
            "org.stepwise.api",
            "org.stepwise.data.internal",
            "org.stepwise.log.internal",
            "org.stepwise.modules.internal",
            "org.stepwise.security.internal",
            "org.stepwise.web.internal");
    /** What an api bundle describes is kept, offered and recorded for its module by the platform. */
    private static final String KEEPER = "org.stepwise.modules.internal";

    private static final String HEADER = "Stepwise-Module";
    private static final String IMPLEMENTATION = ".internal";

    private Homes() {}

    /**
     * Whether a service of a whiteboard may have a name of the module; says in the server's log why not.
     *
     * @param what such as {@code register crm.orders}
     * @param service the properties of the service
     */
    public static boolean mayOffer(String what, String module, Map<String, ?> service) {
        var api = FrameworkUtil.getBundle(Homes.class);
        var container = api == null ? null : api.getBundleContext();
        // On a plain class path there are no bundles to tell apart.
        if (container == null || !(service.get(Constants.SERVICE_BUNDLEID) instanceof Long id)) {
            return true;
        }
        var bundle = container.getBundle(id);
        if (bundle == null || isOf(module, bundle, container.getBundles())) {
            return true;
        }
        LOG.log(
                Level.ERROR,
                "{0} of the bundle {1} ({2}) is not used: only bundles of the module {3} may have that name",
                what,
                bundle.getSymbolicName(),
                id,
                module);
        return false;
    }

    /** Whether a bundle is of the module, among those installed. */
    public static boolean isOf(String module, Bundle bundle, Bundle... installed) {
        if (KEEPER.equals(bundle.getSymbolicName())) {
            return true;
        }
        if (PLATFORM.contains(module)) {
            return PLATFORM_BUNDLES.contains(bundle.getSymbolicName());
        }
        return Arrays.stream(installed)
                .filter(candidate -> module.equals(moduleOf(candidate)))
                .min(Comparator.comparingLong(Bundle::getBundleId))
                .filter(api -> api.getBundleId() == bundle.getBundleId()
                        || (api.getSymbolicName() + IMPLEMENTATION).equals(bundle.getSymbolicName()))
                .isPresent();
    }

    private static String moduleOf(Bundle bundle) {
        var header = bundle.getHeaders("").get(HEADER);
        return header == null ? null : header.strip();
    }
}
