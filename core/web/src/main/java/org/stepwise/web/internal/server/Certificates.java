package org.stepwise.web.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;

/** Watches that the certificates of HTTPS are there and do not end. */
@Component(configurationPid = "org.stepwise.http")
public final class Certificates implements Watch {
    private static final Duration TOLD_BEFORE = Duration.ofDays(21);
    private static final Duration LOOKED_AT_EVERY = Duration.ofMinutes(1);

    private final WebServer.Config config;
    private final Clock clock;
    private Instant looked = Instant.MIN;
    private List<Condition> known = List.of();

    @Activate
    public Certificates(@Reference Clock clock, WebServer.Config config) {
        this.clock = clock;
        this.config = config;
    }

    @Override
    public synchronized List<Condition> conditions() {
        var now = clock.instant();
        if (config.httpsPort() == 0) {
            return List.of();
        }
        if (looked.isBefore(now.minus(LOOKED_AT_EVERY)) || looked.isAfter(now)) {
            known = look(now);
            looked = now;
        }
        return known;
    }

    private List<Condition> look(Instant now) {
        try (var file = Files.newInputStream(Path.of(config.keystore()))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, config.keystorePassword().toCharArray());
            var ends = ends(store);
            return ends.isBefore(now.plus(TOLD_BEFORE)) ? List.of(ending(ends)) : List.of();
        } catch (IOException | GeneralSecurityException unusable) {
            return List.of(new Condition(
                    "erp.state.certificate-unusable",
                    Gravity.WARNING,
                    null,
                    "the certificate of HTTPS cannot be read from " + config.keystore() + ": " + unusable.getMessage()
                            + "; mend keystore and keystorePassword in etc/org.stepwise.http.cfg",
                    Map.of("file", config.keystore(), "reason", String.valueOf(unusable.getMessage()))));
        }
    }

    /** When the first of them does. */
    private static Instant ends(KeyStore store) throws GeneralSecurityException {
        var first = Instant.MAX;
        for (var alias : Collections.list(store.aliases())) {
            var chain = store.getCertificateChain(alias);
            for (var certificate : chain == null ? new java.security.cert.Certificate[0] : chain) {
                if (certificate instanceof X509Certificate known) {
                    var end = known.getNotAfter().toInstant();
                    first = end.isBefore(first) ? end : first;
                }
            }
        }
        return first;
    }

    private static Condition ending(Instant ends) {
        var day = LocalDate.ofInstant(ends, ZoneOffset.UTC).toString();
        return new Condition(
                "erp.state.certificate-ends",
                Gravity.WARNING,
                null,
                "the certificate of HTTPS ends on " + day + "; put a new one in its place, no restart is needed",
                Map.of("day", day));
    }
}
