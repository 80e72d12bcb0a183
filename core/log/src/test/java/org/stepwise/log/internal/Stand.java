package org.stepwise.log.internal;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.stepwise.module.Verbs;

/** A market in place of a container: bundles by name and header, one module whose verb runs, and one that is on. */
final class Stand implements Verbs {
    volatile String inside;
    volatile String on;

    static Bundle bundle(long id, String name, String module) {
        Dictionary<String, String> headers =
                new Hashtable<>(module == null ? Map.of() : Map.of("Stepwise-Module", module));
        return answering(Bundle.class, Map.of("getBundleId", id, "getSymbolicName", name, "getHeaders", headers));
    }

    static ComponentContext using(Bundle user, Bundle... installed) {
        BundleContext container = answering(BundleContext.class, Map.of("getBundles", installed));
        return answering(
                ComponentContext.class,
                user == null
                        ? Map.of("getBundleContext", container)
                        : Map.of("getBundleContext", container, "getUsingBundle", user));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Stand.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Override
    public boolean writes(String module) {
        return module.equals(inside);
    }

    @Override
    public boolean owns(String module) {
        return module.equals(on);
    }

    @Override
    public <T> T write(String module, String permission, Supplier<T> verb) {
        inside = module;
        return verb.get();
    }

    @Override
    public <T> T read(String module, String permission, Supplier<T> query) {
        return query.get();
    }

    @Override
    public LocalDate today() {
        return Shop.TODAY;
    }

    @Override
    public boolean answers(String module) {
        return module.equals(on);
    }
}
