package org.stepwise.web.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.state.Condition;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.container.Settings;
import org.stepwise.web.internal.http.FrontServlet;

/** HTTPS with a certificate made by the JDK's own tool. */
class CertificatesTest {
    private static final int VALID_DAYS = 100;

    @TempDir
    private Path folder;

    private Path keystore(String name) throws Exception {
        var file = folder.resolve(name);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "https",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        Integer.toString(VALID_DAYS),
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "not a secret")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }

    private static Map<String, Object> settings(Path keystore, int port) {
        return Map.of("httpsPort", port, "keystore", keystore.toString(), "keystorePassword", "not a secret");
    }

    private static Certificates watch(MovableClock clock, Path keystore) {
        return new Certificates(clock, Settings.of(WebServer.Config.class, settings(keystore, 1)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aCertificateThatEndsSoonIsTold() throws Exception {
        var clock = MovableClock.on(LocalDate.now(ZoneOffset.UTC));
        var watch = watch(clock, keystore("https.p12"));
        assertThat(watch.conditions()).isEmpty();
        clock.moveTo(LocalDate.now(ZoneOffset.UTC).plusDays(VALID_DAYS - 20));
        assertThat(watch.conditions()).extracting(Condition::code).containsExactly("erp.state.certificate-ends");
    }

    @Test
    void aFileThatCannotBeReadIsTold() {
        var watch = watch(MovableClock.on(LocalDate.now(ZoneOffset.UTC)), folder.resolve("missing.p12"));
        assertThat(watch.conditions()).extracting(Condition::code).containsExactly("erp.state.certificate-unusable");
    }

    @Test
    void whoComesByTlsIsAnsweredAndSeesThatHeShallComeByItAgain() throws Exception {
        var file = keystore("https.p12");
        var port = freePort();
        var server = Wire.server(new FrontServlet(), settings(file, port));
        try (var socket = trusting(file).getSocketFactory().createSocket("127.0.0.1", port)) {
            ((SSLSocket) socket).startHandshake();
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 503")
                    .contains("Strict-Transport-Security");
        } finally {
            server.close();
        }
    }

    @Test
    void withoutAUsableCertificateTheServerIsThereByHttp() throws Exception {
        Files.writeString(folder.resolve("https.p12"), "nonsense");
        var server = Wire.server(new FrontServlet(), settings(folder.resolve("https.p12"), freePort()));
        try (var wire = new Wire(server)) {
            assertThat(wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").firstLine())
                    .contains("503");
        } finally {
            server.close();
        }
    }

    private static SSLContext trusting(Path file) throws Exception {
        var store = KeyStore.getInstance(file.toFile(), "not a secret".toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("https", (X509Certificate) store.getCertificate("https"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
