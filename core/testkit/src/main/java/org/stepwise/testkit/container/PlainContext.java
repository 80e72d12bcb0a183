package org.stepwise.testkit.container;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.ComponentInstance;

/** On a plain class path: a component has its properties, may offer services, and there are no bundles. */
record PlainContext(Map<String, Object> properties, BundleContext services) implements ComponentContext {
    @Override
    public Dictionary<String, Object> getProperties() {
        return new Hashtable<>(properties);
    }

    @Override
    public Bundle getUsingBundle() {
        return null;
    }

    @Override
    public BundleContext getBundleContext() {
        return services;
    }

    @Override
    public <S> S locateService(String name) {
        throw none();
    }

    @Override
    public <S> S locateService(String name, ServiceReference<S> reference) {
        throw none();
    }

    @Override
    public Object[] locateServices(String name) {
        throw none();
    }

    @Override
    public <S> ComponentInstance<S> getComponentInstance() {
        throw none();
    }

    @Override
    public void enableComponent(String name) {
        throw none();
    }

    @Override
    public void disableComponent(String name) {
        throw none();
    }

    @Override
    public ServiceReference<?> getServiceReference() {
        throw none();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("only a container has it");
    }
}
