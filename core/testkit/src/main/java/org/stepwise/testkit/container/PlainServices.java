package org.stepwise.testkit.container;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Lets a component offer services that no description names, and take them back. All else only a container has. */
final class PlainServices {
    private PlainServices() {}

    static BundleContext of(Components components) {
        return (BundleContext) Proxy.newProxyInstance(
                PlainServices.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (self, method, given) -> {
                    if (method.getName().equals("registerService") && given[0] instanceof Class<?> type) {
                        return registered(components, type, given[1]);
                    }
                    throw new UnsupportedOperationException("only a container has it: " + method.getName());
                });
    }

    private static ServiceRegistration<?> registered(Components components, Class<?> type, Object service) {
        components.offer(Set.of(type.getName()), service, Map.of());
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                PlainServices.class.getClassLoader(),
                new Class<?>[] {ServiceRegistration.class},
                (self, method, given) -> {
                    if (method.getName().equals("unregister")) {
                        components.withdraw(service);
                        return null;
                    }
                    throw new UnsupportedOperationException("only a container has it: " + method.getName());
                });
    }
}
