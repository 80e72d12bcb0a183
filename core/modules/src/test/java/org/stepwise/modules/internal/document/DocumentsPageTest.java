package org.stepwise.modules.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in docs/documents.md is that of the rentals that are tested here. */
class DocumentsPageTest {
    private static final Path PAGE = Path.of("../../docs/documents.md");
    private static final Path SOURCES = Path.of("src/test/java/org/stepwise/modules/internal/rental");
    private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void whatThePageShowsCompiles() throws IOException {
        var sources = new StringBuilder();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                sources.append(flat(Files.readString(file)));
            }
        }
        var shown = CODE.matcher(Files.readString(PAGE));
        int blocks = 0;
        while (shown.find()) {
            blocks++;
            assertThat(sources.toString()).contains(flat(shown.group(1)));
        }
        assertThat(blocks).isGreaterThan(8);
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
