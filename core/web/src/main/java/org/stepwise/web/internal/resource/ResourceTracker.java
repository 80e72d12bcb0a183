package org.stepwise.web.internal.resource;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** Whiteboard: every service that is a JAX-RS resource and selects the application {@code stepwise} is served. */
@Component(immediate = true, service = ResourceTracker.class)
public final class ResourceTracker extends ServiceTracker<Object, Object> {
    private static final String RESOURCES =
            "(&(osgi.jaxrs.resource=true)" + "(osgi.jaxrs.application.select=\\(osgi.jaxrs.name=stepwise\\)))";

    private final ResourceServlet servlet;

    @Activate
    public ResourceTracker(BundleContext context, @Reference ResourceServlet servlet) throws InvalidSyntaxException {
        super(context, context.createFilter(RESOURCES), null);
        this.servlet = servlet;
        open();
    }

    @Deactivate
    public void end() {
        close();
    }

    @Override
    public Object addingService(ServiceReference<Object> reference) {
        var resource = context.getService(reference);
        if (resource != null) {
            servlet.add(resource);
        }
        return resource;
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Object resource) {
        servlet.remove(resource);
        context.ungetService(reference);
    }
}
