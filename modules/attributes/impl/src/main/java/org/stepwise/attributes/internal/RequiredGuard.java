package org.stepwise.attributes.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.attributes.RowMakers;
import org.stepwise.attributes.RowMakers.Made;
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
    private final Definitions definitions;
    private final ValueRows rows;
    private final Entering entering;
    private final Verbs verbs;
    private final Callers callers;
    private final List<RowMakers> makers = new CopyOnWriteArrayList<>();

    @Activate
    public RequiredGuard(
            @Reference Definitions definitions,
            @Reference ValueRows rows,
            @Reference Entering entering,
            @Reference Verbs verbs,
            @Reference Callers callers) {
        this.definitions = definitions;
        this.rows = rows;
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
        var required = new LinkedHashMap<>(definitions.on(company, made.register(), on));
        required.values().removeIf(attribute -> !attribute.required());
        required.keySet().removeAll(entering.filled(made.register()));
        if (required.isEmpty()) {
            return;
        }
        rows.read(company, made.register(), required.values(), Set.of(made.row()))
                .values()
                .forEach(known -> required.keySet().removeAll(known.values().keySet()));
        if (!required.isEmpty() && !made.known().getAsBoolean()) {
            var wrong = new LinkedHashMap<String, String>();
            required.values().forEach(attribute -> wrong.put(attribute.field(), "is required"));
            throw new Rejected(
                    "attributes.value.required",
                    "nothing was recorded: " + String.join(", ", wrong.keySet()) + " must be filled in",
                    Map.copyOf(wrong));
        }
    }
}
