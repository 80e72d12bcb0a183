package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.driver.RunningErp;
import org.stepwise.itest.intruder.Intruder;
import org.stepwise.testkit.Law;

/**
 * Somebody installs a bundle that passes for accounting. It records nothing, shows nothing, and the server's log says
 * who it was; a module whose own bundle is restarted has its names back.
 */
@Order(7)
@ExtendWith(Erps.Shared.class)
class ForeignBundleIT {
    private static final String NAME = "org.stepwise.itest.intruder";
    private static final List<String> IMPORTS = List.of(
            "org.osgi.framework",
            "org.stepwise.accounting.event",
            "org.stepwise.data",
            "org.stepwise.error",
            "org.stepwise.log",
            "org.stepwise.log.event",
            "org.stepwise.module",
            "org.stepwise.security",
            "org.stepwise.web");

    private RunningErp erp;

    @BeforeEach
    void boot(Erps erps) {
        erp = erps.on(Database.Kind.DERBY);
    }

    @Law(10)
    @Test
    void aBundleOfNobodysNeitherRecordsNorTakesAName() throws IOException {
        erp.trade().on("accounting");
        var accounts = erp.rest().get("/api/accounting/accounts").is(200).body().toString();
        var bundle = erp.home().resolve("intruder.jar");
        write(bundle);
        erp.told("bundle:install -s file:" + bundle);

        assertThat(Files.readString(erp.home().resolve("intruder.txt"))).isEqualTo("erp.log.foreign-bundle");
        assertThat(erp.rest().get("/api/accounting/accounts").is(200).body().toString())
                .isEqualTo(accounts)
                .doesNotContain("nobody's");
        assertThat(Files.readString(erp.home().resolve("log/karaf.log")))
                .contains("the register accounting.accounts of the bundle " + NAME);

        erp.told("bundle:restart org.stepwise.accounting.internal");
        erp.trade().on("accounting");
        assertThat(erp.rest().get("/api/accounting/accounts").is(200).body().toString())
                .isEqualTo(accounts);
        erp.told("bundle:uninstall " + NAME);
    }

    private static void write(Path bundle) throws IOException {
        var manifest = new Manifest();
        var headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", "1.0");
        headers.putValue("Bundle-Activator", Intruder.class.getName());
        headers.putValue("Import-Package", String.join(",", IMPORTS));
        try (var jar = new JarOutputStream(Files.newOutputStream(bundle), manifest)) {
            for (var name : List.of("Intruder", "Impostor")) {
                var path = NAME.replace('.', '/') + "/" + name + ".class";
                jar.putNextEntry(new JarEntry(path));
                try (var bytes = Intruder.class.getClassLoader().getResourceAsStream(path)) {
                    bytes.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }
}
