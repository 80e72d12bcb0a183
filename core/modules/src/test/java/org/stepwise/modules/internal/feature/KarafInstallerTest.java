package org.stepwise.modules.internal.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.stepwise.testkit.Law;

/** What Karaf has written down and what there is differ after a crash; both are asked. */
class KarafInstallerTest {
    private static final String BUNDLE = "mvn:org.stepwise/stepwise-shelf/1";

    private final Map<String, Integer> bundles = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean writtenDown;
    private boolean known = true;

    private final BundleInfo bundle = answering(BundleInfo.class, (proxy, method, arguments) -> BUNDLE);
    private final Feature feature = answering(Feature.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getBundles" -> List.of(bundle);
        case "getDependencies" -> List.of();
        case "hashCode" -> 1;
        case "equals" -> proxy == arguments[0];
        default -> "stepwise-shelf";
    });
    private final KarafInstaller installer = new KarafInstaller(
            answering(FeaturesService.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getFeature" -> known ? feature : null;
                case "isInstalled" -> writtenDown;
                case "addRepository" -> {
                    asked.add(arguments[0].toString());
                    known = true;
                    yield null;
                }
                default -> {
                    asked.add(method.getName());
                    yield null;
                }
            }),
            answering(ConfigurationAdmin.class, (proxy, method, arguments) -> configured()),
            answering(
                    BundleContext.class,
                    (proxy, method, arguments) -> bundles.containsKey(arguments[0]) ? there() : null));

    private static Configuration configured() {
        return answering(
                Configuration.class,
                (proxy, method, arguments) -> new Hashtable<>(Map.of("featuresRepositories", "mvn:a/a/1, mvn:b/b/1")));
    }

    private Bundle there() {
        return answering(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getState" -> bundles.get(BUNDLE);
            default -> {
                asked.add(method.getName());
                yield null;
            }
        });
    }

    @Law(11)
    @Test
    void aFeatureWhoseBundlesAreGoneIsInstalledAnew() {
        writtenDown = true;
        installer.install("stepwise-shelf");
        assertThat(asked).containsExactly("installFeature");
    }

    @Test
    void aFeatureThatIsThereIsLeftAlone() {
        writtenDown = true;
        bundles.put(BUNDLE, Bundle.ACTIVE);
        installer.install("stepwise-shelf");
        assertThat(asked).isEmpty();
    }

    @Law(11)
    @Test
    void bundlesThatWereInstalledAndNotStartedAreStarted() {
        writtenDown = true;
        bundles.put(BUNDLE, Bundle.INSTALLED);
        installer.install("stepwise-shelf");
        assertThat(asked).containsExactly("start");
    }

    /** Karaf's features, started twice at its first start, can lose what they were configured with. */
    @Law(11)
    @Test
    void repositoriesThatKarafHasLostAreAddedAnew() {
        known = false;
        writtenDown = true;
        bundles.put(BUNDLE, Bundle.ACTIVE);
        installer.install("stepwise-shelf");
        assertThat(asked).containsExactly("mvn:a/a/1", "mvn:b/b/1");
    }

    private static <T> T answering(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
