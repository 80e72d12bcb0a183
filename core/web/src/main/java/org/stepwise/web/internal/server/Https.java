package org.stepwise.web.internal.server;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for TLS as well, where there is a certificate. */
final class Https {
    private static final Logger LOG = LoggerFactory.getLogger(Https.class);
    private static final int LOOKED_AT_EVERY_SECONDS = 60;

    private final Server server;
    private final WebServer.Config config;

    Https(Server server, WebServer.Config config) {
        this.server = server;
        this.config = config;
    }

    /** A certificate that cannot be used keeps nobody from the server by HTTP; {@link Certificates} tells of it. */
    void start(String address, HttpConfiguration plain, Connections connections) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStorePath(config.keystore());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(config.keystorePassword());
        var http = new HttpConfiguration(plain);
        var secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        http.getCustomizers().add(0, secure);
        var connector =
                new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(config.httpsPort());
        connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(config.idleSeconds()));
        connector.addBean(connections, false);
        try {
            server.addConnector(connector);
            connector.start();
            replaceable(tls);
        } catch (Exception unusable) {
            server.removeConnector(connector);
            LOG.error(
                    "HTTPS does not start on port {} with {}: mend keystore, keystorePassword or httpsPort in"
                            + " etc/org.stepwise.http.cfg",
                    config.httpsPort(),
                    config.keystore(),
                    unusable);
        }
    }

    private void replaceable(SslContextFactory tls) throws Exception {
        var scanner = new KeyStoreScanner(tls);
        scanner.setScanInterval(LOOKED_AT_EVERY_SECONDS);
        server.addManaged(scanner);
    }
}
