package org.stepwise.web.internal.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The shell's files and its page, built into this bundle's {@code web/} folder. */
final class Shell {
    private final String hash;
    private final String importMap;
    private final String template;

    Shell(ObjectMapper mapper) {
        try {
            var manifest = mapper.readTree(text("manifest.json"));
            this.hash = manifest.path("hash").asText();
            this.importMap = importMap(mapper, manifest);
            this.template = text("index.html");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The browser shell is missing in this bundle", unreadable);
        }
    }

    private String importMap(ObjectMapper mapper, JsonNode manifest) throws IOException {
        var map = mapper.createObjectNode();
        var imports = map.putObject("imports");
        manifest.path("imports")
                .properties()
                .forEach(each ->
                        imports.put(each.getKey(), base() + each.getValue().asText()));
        // In a page "</" would end the script.
        return mapper.writeValueAsString(map).replace("</", "<\\/");
    }

    private String base() {
        return "/ui/shell/" + hash + "/";
    }

    String page(String nonce) {
        return template.replace("{{base}}", base()).replace("{{nonce}}", nonce).replace("{{importmap}}", importMap);
    }

    Optional<URL> find(String wantedHash, String file) {
        var isPage = file.equals("index.html") || file.equals("manifest.json");
        return wantedHash.equals(hash) && !isPage
                ? Optional.ofNullable(Shell.class.getResource("/web/" + file))
                : Optional.empty();
    }

    private static String text(String file) throws IOException {
        try (var in = Shell.class.getResourceAsStream("/web/" + file)) {
            if (in == null) {
                throw new IOException("web/" + file + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
