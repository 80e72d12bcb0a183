package org.stepwise.web.internal.server;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.web.internal.http.FrontServlet;

/** Listens for requests from the first moment on: {@link FrontServlet} says how far the server is (ADR 13). */
@Component(service = WebServer.class, immediate = true, configurationPid = "org.stepwise.http")
@Designate(ocd = WebServer.Config.class)
public final class WebServer {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int HEADERS_LARGEST = 16 * 1024;
    private static final int WAITING_TO_BE_ACCEPTED = 1024;
    private static final long STOPPING_SECONDS = 2;
    // The database opens a file for each table and index, and keeps it.
    private static final long FILES_OF_OTHERS = 3_000;

    /** Where it listens is told by whoever starts it: stepwise.http.address and stepwise.http.port. */
    @ObjectClassDefinition(name = "HTTP server")
    public @interface Config {
        @AttributeDefinition(description = "Proxies that are believed whom they speak for: addresses or nets")
        String[] trustedProxies() default {};

        @AttributeDefinition(description = "Most threads")
        int threads() default 120;

        @AttributeDefinition(description = "Most connections; fewer when the machine allows fewer open files")
        int connections() default 8192;

        @AttributeDefinition(description = "Seconds in which the headers of a request have to come")
        int headerSeconds() default 20;

        @AttributeDefinition(description = "Seconds after which a connection on which nothing moves is closed")
        int idleSeconds() default 30;

        @AttributeDefinition(description = "Port for HTTPS; 0 for none")
        int httpsPort() default 0;

        @AttributeDefinition(description = "HTTPS: the PKCS#12 file with key and certificates")
        String keystore() default "";

        @AttributeDefinition(description = "HTTPS: the password of that file", type = AttributeType.PASSWORD)
        String keystorePassword() default "";
    }

    private final Server jetty;
    private final ServerConnector connector;
    private final ScheduledExecutorService watch;

    @Activate
    public WebServer(@Reference FrontServlet front, Config config) throws Exception {
        this(
                front,
                config,
                System.getProperty("stepwise.http.address", "127.0.0.1"),
                Integer.getInteger("stepwise.http.port", 0));
    }

    /** Port 0 is any that is free. */
    private WebServer(FrontServlet front, Config config, String address, int port) throws Exception {
        var threads = new QueuedThreadPool(config.threads(), 8);
        threads.setName("stepwise-http");
        this.jetty = new Server(threads);
        var connections = new Connections(config.headerSeconds());
        var http = http(connections, List.of(config.trustedProxies()));
        this.connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
        connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(config.idleSeconds()));
        connector.addBean(connections);
        jetty.addConnector(connector);
        jetty.addBean(limit(config.connections()));
        jetty.setErrorHandler(new PlainErrors());
        jetty.setHandler(handler(front));
        jetty.setStopTimeout(TimeUnit.SECONDS.toMillis(STOPPING_SECONDS));
        jetty.start();
        if (config.httpsPort() > 0) {
            new Https(jetty, config).start(address, http, connections);
        }
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "stepwise-connections");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(connections::look, 1, 1, TimeUnit.SECONDS);
    }

    private static HttpConfiguration http(Connections connections, List<String> trustedProxies) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS_LARGEST);
        http.addCustomizer(connections);
        http.addCustomizer(new Proxies(trustedProxies));
        http.addCustomizer(new SecurityHeaders());
        return http;
    }

    /** Who comes when all are taken waits; those who send nothing are closed sooner then. */
    private NetworkConnectionLimit limit(int wanted) {
        var limit = new NetworkConnectionLimit(Math.min(wanted, possible()), jetty);
        limit.setEndPointIdleTimeout(TimeUnit.SECONDS.toMillis(2));
        return limit;
    }

    private static int possible() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
            var files = unix.getMaxFileDescriptorCount();
            return (int) Math.min(Integer.MAX_VALUE, Math.max(files / 4, files - FILES_OF_OTHERS));
        }
        return Integer.MAX_VALUE;
    }

    private static ServletContextHandler handler(FrontServlet front) {
        var context = new ServletContextHandler();
        context.setErrorHandler(new PlainErrors.OfServlets());
        context.setClassLoader(WebServer.class.getClassLoader());
        var holder = new ServletHolder(front);
        holder.setAsyncSupported(true);
        context.addServlet(holder, FrontServlet.EVERYTHING);
        return context;
    }

    /** Where it listens, also when no port was asked for. */
    public int port() {
        return connector.getLocalPort();
    }

    @Deactivate
    public void close() throws Exception {
        watch.shutdownNow();
        try {
            jetty.stop();
        } catch (TimeoutException cutOff) {
            // Requests had their time to end; a screen that is told what happens has none, and calls again.
            LOG.debug("some connections were cut off", cutOff);
        }
    }
}
