package org.stepwise.web.internal.http;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.servlet.Filter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.runtime.HttpServiceRuntime;

/**
 * A service as soon as the filter of the security headers is in force. Every servlet waits for it, so none answers
 * without them. The filter is also the first that is registered with Pax Web, which loses for good what comes while it
 * opens its own context: it looks for contexts under its lock, and puts on its list under its lock, and the context may
 * open between. A filter that nobody has called in time is registered again.
 */
@Component(
        service = {},
        immediate = true,
        reference = @Reference(name = "server", service = HttpServiceRuntime.class))
public final class Entrance {
    private static final long SECONDS = 1;
    private static final Map<String, Object> EVERYWHERE = Map.of(
            "osgi.http.whiteboard.filter.name", "stepwise-security-headers",
            "osgi.http.whiteboard.filter.pattern", "/*",
            "osgi.http.whiteboard.filter.asyncSupported", true);

    private final BundleContext bundle;
    private final long milliseconds;
    private final Thread opening = new Thread(this::open, "stepwise-entrance");
    private ServiceRegistration<Filter> filter;
    private ServiceRegistration<Entrance> opened;

    @Activate
    public Entrance(BundleContext bundle) {
        this(bundle, TimeUnit.SECONDS.toMillis(SECONDS));
        opening.start();
    }

    Entrance(BundleContext bundle, long milliseconds) {
        this.bundle = bundle;
        this.milliseconds = milliseconds;
    }

    /** Returns when the filter is in force, or the thread is interrupted. */
    void open() {
        var headers = new SecurityHeaders();
        filter = register(headers);
        try {
            while (!headers.areInForce(milliseconds)) {
                filter.unregister();
                filter = register(headers);
            }
            opened = bundle.registerService(Entrance.class, this, null);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private ServiceRegistration<Filter> register(SecurityHeaders headers) {
        return bundle.registerService(Filter.class, headers, new Hashtable<>(EVERYWHERE));
    }

    @Deactivate
    public void close() throws InterruptedException {
        opening.interrupt();
        opening.join();
        if (opened != null) {
            opened.unregister();
        }
        if (filter != null) {
            filter.unregister();
        }
    }
}
