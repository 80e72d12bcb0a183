package org.stepwise.web.internal.resource;

import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.stepwise.module.Homes;

/** Whiteboard: every service that is a JAX-RS resource and selects the application {@code stepwise} is served. */
@Component(immediate = true, service = ResourceTracker.class)
public final class ResourceTracker extends ServiceTracker<Object, Object> {
    private static final String RESOURCES =
            "(&(osgi.jaxrs.resource=true)" + "(osgi.jaxrs.application.select=\\(osgi.jaxrs.name=stepwise\\)))";

    private static final Pattern SLASHES = Pattern.compile("/");

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
        if (resource == null || !isAtHome(reference, resource)) {
            context.ungetService(reference);
            return null;
        }
        servlet.add(resource);
        return resource;
    }

    /** Below a module's name only the module itself answers; all else is the platform's. */
    private boolean isAtHome(ServiceReference<Object> reference, Object resource) {
        var path = resource.getClass().getAnnotation(Path.class);
        var module = path == null ? "" : SLASHES.split(path.value() + "/")[0];
        var bundles = context.getBundles();
        return Homes.isOf("erp", reference.getBundle(), bundles)
                || Homes.mayOffer(
                        "the resource " + resource.getClass().getName(),
                        module,
                        Map.of(Constants.SERVICE_BUNDLEID, reference.getBundle().getBundleId()));
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Object resource) {
        servlet.remove(resource);
        context.ungetService(reference);
    }
}
