package org.stepwise.attributes.internal.required;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.attributes.RowMakers;
import org.stepwise.attributes.RowMakers.Made;
import org.stepwise.attributes.internal.Attribute;
import org.stepwise.attributes.internal.AttributesModule;
import org.stepwise.attributes.internal.Definitions;
import org.stepwise.attributes.internal.ValueRows;
import org.stepwise.attributes.internal.line.LineRows;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.Guard;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/**
 * Lets no row come to be without what is required of it on its day, at whichever door: the form's, a service, the
 * console. Where nothing is required, as in most companies, it costs a look into memory.
 */
@Component(service = Guard.class)
public final class RequiredGuard implements Guard {
    private static final int MOST_TOLD = 10;

    private final Definitions definitions;
    private final ValueRows rows;
    private final LineRows lines;
    private final Entering entering;
    private final Verbs verbs;
    private final Callers callers;
    private final List<RowMakers> makers = new CopyOnWriteArrayList<>();

    @Activate
    public RequiredGuard(
            @Reference Definitions definitions,
            @Reference ValueRows rows,
            @Reference LineRows lines,
            @Reference Entering entering,
            @Reference Verbs verbs,
            @Reference Callers callers) {
        this.definitions = definitions;
        this.rows = rows;
        this.lines = lines;
        this.entering = entering;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addMaker(RowMakers maker) {
        makers.add(maker);
    }

    public void removeMaker(RowMakers maker) {
        makers.remove(maker);
    }

    @Override
    public void check(Fact fact, LocalDate on) {
        var made = makers.stream().flatMap(maker -> maker.made(fact).stream()).toList();
        var company = callers.current().company();
        if (made.isEmpty() || !verbs.answers(AttributesModule.MODULE) || !definitions.anyRequired(company)) {
            return;
        }
        made.stream()
                .filter(row -> verbs.answers(row.register().split("\\.")[0]))
                .forEach(row -> check(company, row, on));
    }

    private void check(Id company, Made made, LocalDate on) {
        var wrong = new LinkedHashMap<String, String>();
        missing(company, made, on).forEach(attribute -> wrong.put(attribute.field(), "is required"));
        if (!made.lines().isEmpty()) {
            wrong.putAll(missingOfLines(company, made, on));
        }
        if (!wrong.isEmpty() && !made.known().getAsBoolean()) {
            throw new Rejected(
                    "attributes.value.required",
                    "nothing was recorded: "
                            + wrong.keySet().stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
                            + (wrong.size() > MOST_TOLD ? " (and " + (wrong.size() - MOST_TOLD) + " more)" : "")
                            + " must be filled in",
                    Map.copyOf(wrong));
        }
    }

    /** What must be filled in, and is not being entered. */
    private Map<String, Attribute> required(Id company, String register, LocalDate on) {
        var required = new LinkedHashMap<>(definitions.on(company, register, on));
        required.values().removeIf(attribute -> !attribute.required());
        required.keySet().removeAll(entering.filled(register));
        return required;
    }

    private Collection<Attribute> missing(Id company, Made made, LocalDate on) {
        var required = required(company, made.register(), on);
        if (!required.isEmpty()) {
            rows.read(company, made.register(), required.values(), Set.of(made.row()))
                    .values()
                    .forEach(known -> required.keySet().removeAll(known.values().keySet()));
        }
        return required.values();
    }

    private Map<String, String> missingOfLines(Id company, Made made, LocalDate on) {
        var wrong = new LinkedHashMap<String, String>();
        var required = required(company, Definitions.linesOf(made.register()), on);
        if (!required.isEmpty()) {
            var known = lines.read(company, made.register(), made.row()).values();
            for (int i = 0; i < made.lines().size(); i++) {
                var filled = known.getOrDefault(made.lines().get(i), Map.of());
                var place = "lines[" + i + "].";
                required.values().stream()
                        .filter(attribute -> !filled.containsKey(attribute.name()))
                        .forEach(attribute -> wrong.put(place + attribute.field(), "is required"));
            }
        }
        return wrong;
    }
}
