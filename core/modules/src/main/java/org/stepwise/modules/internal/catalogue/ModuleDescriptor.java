package org.stepwise.modules.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.stepwise.module.Modules;

/**
 * What the manifest of a module's api bundle tells before anything of its implementation is there. The header
 * {@code Stepwise-Settings} lists what can be set while enabling:
 * {@code valuationMethod;title="Valuation";choices="FIFO|AVERAGE";value=FIFO;required=true, …}. The header
 * {@code Stepwise-Personal} lists the columns that tell of people, {@code customer.name, …}: a module is purged when
 * its implementation may be gone. The header {@code Stepwise-Drafts} lists, for the same reason, what is no fact and
 * would be lost: {@code stock_hold;title="holds of stock";each=order_id;by=made_by;off=true,
 * document;title="planned deliveries";where="status=PLANNED", …}.
 */
public record ModuleDescriptor(
        String name,
        String title,
        String feature,
        boolean alwaysOn,
        List<Modules.Setting> settings,
        Set<String> personal,
        List<Draft> drafts) {
    // A comma or semicolon outside quotes.
    private static final String OUTSIDE_QUOTES = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    private static final Pattern CLAUSE = Pattern.compile("," + OUTSIDE_QUOTES);
    private static final Pattern PART = Pattern.compile(";" + OUTSIDE_QUOTES);

    /** Nothing when the headers are not those of a module. */
    static Optional<ModuleDescriptor> of(UnaryOperator<String> headers) {
        var name = headers.apply("Stepwise-Module");
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        var title = headers.apply("Stepwise-Title");
        return Optional.of(new ModuleDescriptor(
                name.strip(),
                title == null ? name.strip() : title.strip(),
                headers.apply("Stepwise-Feature"),
                Boolean.parseBoolean(headers.apply("Stepwise-Always-On")),
                settings(headers.apply("Stepwise-Settings")),
                columns(headers.apply("Stepwise-Personal")),
                drafts(headers.apply("Stepwise-Drafts"))));
    }

    private static Set<String> columns(String header) {
        return header == null || header.isBlank()
                ? Set.of()
                : Set.of(header.strip().split("\\s*,\\s*"));
    }

    private static List<Modules.Setting> settings(String header) {
        var settings = new ArrayList<Modules.Setting>();
        if (header != null && !header.isBlank()) {
            for (var clause : CLAUSE.split(header)) {
                var parts = PART.split(clause.strip());
                var choices = attribute(parts, "choices");
                settings.add(new Modules.Setting(
                        parts[0].strip(),
                        attribute(parts, "title").orElse(parts[0].strip()),
                        choices.map(list -> List.of(list.split("\\|"))).orElse(List.of()),
                        attribute(parts, "required").map(Boolean::parseBoolean).orElse(false),
                        attribute(parts, "value").orElse(null)));
            }
        }
        return settings;
    }

    private static List<Draft> drafts(String header) {
        var drafts = new ArrayList<Draft>();
        if (header != null && !header.isBlank()) {
            for (var clause : CLAUSE.split(header)) {
                var parts = PART.split(clause.strip());
                drafts.add(new Draft(
                        parts[0].strip(),
                        attribute(parts, "title").orElse(parts[0].strip()),
                        attribute(parts, "where").map(Draft.Value::of),
                        attribute(parts, "each").orElse(null),
                        attribute(parts, "by").orElse(null),
                        attribute(parts, "off").map(Boolean::parseBoolean).orElse(false)));
            }
        }
        return drafts;
    }

    private static Optional<String> attribute(String[] parts, String name) {
        for (var part : parts) {
            var equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equals(name)) {
                return Optional.of(part.substring(equals + 1).strip().replaceAll("^\"|\"$", ""));
            }
        }
        return Optional.empty();
    }
}
