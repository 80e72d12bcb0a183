package org.stepwise.web.internal.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Application;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.json.JsonBody;
import org.stepwise.web.internal.problem.ProblemMapper;
import org.stepwise.web.internal.register.Registers;

/**
 * Serves the JAX-RS resources of all modules. CXF cannot change the resources of an application that is running, and
 * a module may come or go at any time without a failed request elsewhere: so a new generation is built beside the
 * running one, takes over, and the old one ends when the last request it serves has been answered.
 */
@Component(service = ResourceServlet.class)
public final class ResourceServlet {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceServlet.class);

    private final Registers registers;
    private final Set<Object> resources = new CopyOnWriteArraySet<>();
    private final AtomicLong changes = new AtomicLong();
    private Generation running;
    private long built;

    /** The API of JAX-RS looks for its runtime on a class path, which a container does not have. */
    @Activate
    public ResourceServlet(@Reference Registers registers) {
        this.registers = registers;
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    public void add(Object resource) {
        resources.add(resource);
        changes.incrementAndGet();
    }

    public void remove(Object resource) {
        resources.remove(resource);
        changes.incrementAndGet();
    }

    public Set<Object> resources() {
        return Set.copyOf(resources);
    }

    @Deactivate
    public synchronized void close() {
        if (running != null) {
            running.retire();
        }
    }

    void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var generation = enter(config);
        try {
            generation.servlet.service(request, response);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed.getRootCause() == null ? failed : failed.getRootCause());
        } finally {
            generation.leave();
        }
    }

    private synchronized Generation enter(ServletConfig config) {
        var change = changes.get();
        if (running == null || built != change) {
            replace(config);
            built = change;
        }
        running.enter();
        return running;
    }

    /** A resource that cannot be served is a fault of its module: what ran before it came goes on. */
    private void replace(ServletConfig config) {
        var before = running;
        try {
            running = build(config);
        } catch (RuntimeException failed) {
            if (before == null) {
                throw failed;
            }
            LOG.error("A new set of resources could not be started; the one before stays", failed);
            return;
        }
        if (before != null) {
            before.retire();
        }
    }

    private Generation build(ServletConfig config) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(CXFNonSpringJaxrsServlet.class.getClassLoader());
        try {
            var destinations = new DestinationRegistryImpl();
            var bus = busOf(destinations);
            // Otherwise looked for among the resources of all bundles, at every request.
            bus.setExtension(thread.getContextClassLoader(), ClassLoader.class);
            var mapper = Json.mapper();
            var servlet = new CXFNonSpringJaxrsServlet(
                    new StepwiseApplication(resources, mapper, registers), destinations, bus);
            servlet.init(config);
            return new Generation(servlet, bus, mapper);
        } catch (ServletException failed) {
            throw new IllegalStateException("The resources of the modules could not be started", failed);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** In a container all buses would share one registry of addresses, and only one generation could have ours. */
    private static Bus busOf(DestinationRegistry destinations) {
        var bus = BusFactory.newInstance().createBus();
        var factories = bus.getExtension(DestinationFactoryManager.class);
        var factory = new HTTPTransportFactory(destinations);
        HTTPTransportFactory.DEFAULT_NAMESPACES.forEach(name -> factories.registerDestinationFactory(name, factory));
        return bus;
    }

    /** One set of resources at work. */
    private static final class Generation {
        private final CXFNonSpringJaxrsServlet servlet;
        private final Bus bus;
        private final ObjectMapper mapper;
        private int visitors;
        private boolean retired;

        Generation(CXFNonSpringJaxrsServlet servlet, Bus bus, ObjectMapper mapper) {
            this.servlet = servlet;
            this.bus = bus;
            this.mapper = mapper;
        }

        synchronized void enter() {
            visitors++;
        }

        synchronized void leave() {
            visitors--;
            endIfUnused();
        }

        synchronized void retire() {
            retired = true;
            endIfUnused();
        }

        private void endIfUnused() {
            if (retired && visitors == 0) {
                servlet.destroy();
                bus.shutdown(true);
                Json.forgetClasses(mapper);
            }
        }
    }

    /** All resources, with how bodies and failures are written. */
    private static final class StepwiseApplication extends Application {
        private final Set<Object> singletons;

        StepwiseApplication(Set<Object> resources, ObjectMapper mapper, Registers registers) {
            this.singletons = new LinkedHashSet<>(resources);
            singletons.addAll(List.of(
                    new JsonBody(mapper), new ProblemMapper.OfAll(), new ProblemMapper.OfJaxrs(registers, resources)));
        }

        @Override
        public Set<Object> getSingletons() {
            return singletons;
        }
    }
}
