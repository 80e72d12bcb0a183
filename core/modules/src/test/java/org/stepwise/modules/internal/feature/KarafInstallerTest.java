package org.stepwise.modules.internal.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.stepwise.testkit.Law;

/** What Karaf has written down and what there is differ after a crash; both are asked. */
class KarafInstallerTest {
    private static final String BUNDLE = "mvn:org.stepwise/stepwise-shelf/1";

    private final Set<String> bundles = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private boolean writtenDown;

    private final BundleInfo bundle = answering(BundleInfo.class, (proxy, method, arguments) -> BUNDLE);
    private final Feature feature = answering(
            Feature.class,
            (proxy, method, arguments) -> method.getName().equals("getBundles") ? List.of(bundle) : "stepwise-shelf");
    private final KarafInstaller installer = new KarafInstaller(
            answering(FeaturesService.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getFeature" -> feature;
                case "isInstalled" -> writtenDown;
                default -> {
                    asked.add(method.getName());
                    yield null;
                }
            }),
            answering(
                    BundleContext.class,
                    (proxy, method, arguments) -> bundles.contains(arguments[0])
                            ? answering(Bundle.class, (inner, any, none) -> null)
                            : null));

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
        bundles.add(BUNDLE);
        installer.install("stepwise-shelf");
        assertThat(asked).isEmpty();
    }

    private static <T> T answering(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
