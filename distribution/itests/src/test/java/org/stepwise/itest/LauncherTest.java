package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./stepwise run} says once the server is ready. */
class LauncherTest {
    private static final Path PARTS = Path.of("..").toAbsolutePath().normalize();
    private static final String FAILED = "{\"status\":\"ready\",\"conditions\":[{\"code\":\"erp.state.module-failed\","
            + "\"gravity\":\"warning\"}]}";

    @TempDir
    Path folder;

    @Test
    void aModuleThatDidNotStartIsNamedWithTheReason() throws Exception {
        console("WARNING  erp.state.module-failed: crm could not be started: no such table; mend that", 0);
        assertThat(said(FAILED))
                .contains("Not all is well:")
                .contains("crm could not be started: no such table")
                .doesNotContain("behind");
    }

    @Test
    void theCodeIsSaidWhereTheConsoleDoesNotAnswer() throws Exception {
        console("", 1);
        assertThat(said(FAILED)).contains("erp.state.module-failed (warning)");
    }

    @Test
    void nothingIsSaidWhenAllIsWell() throws Exception {
        console("must not be asked", 0);
        assertThat(said("{\"status\":\"ready\",\"conditions\":[]}")).isEmpty();
    }

    /** A console that says this of the state, with the table of modules behind it. */
    private void console(String matter, int code) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var script = bin.resolve("stepwise-console");
        Files.writeString(
                script,
                "#!/usr/bin/env bash\n"
                        + (matter.isEmpty() ? "" : "echo '" + matter + "'\necho\necho 'company module behind'\n")
                        + "exit " + code + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String said(String health) throws IOException, InterruptedException {
        var script = "set -euo pipefail; source '%1$s/assembly/src/main/resources/bin/parts/say.sh';".formatted(PARTS)
                + " source '%1$s/assembly/src/main/resources/bin/parts/health.sh';".formatted(PARTS)
                + " source '%1$s/launcher/server.sh'; DISTRIBUTION='%2$s'; HOME_DIR='%2$s'; troubles \"$1\""
                        .formatted(PARTS, folder);
        var process = new ProcessBuilder("bash", "-c", script, "bash", health)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
