package org.stepwise.web.internal.register;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Register;
import org.stepwise.web.RegisterExtension;
import org.stepwise.web.RegisterExtension.Addition;
import org.stepwise.web.internal.offer.Offers;

/** What modules add to registers of others, put together once for all doors. */
@Component(service = Extensions.class)
public final class Extensions {
    private static final Logger LOG = System.getLogger(Extensions.class.getName());

    /** The platform numbers documents, before their module can know. */
    private static final String NUMBERS = "erp";

    private static final long MOST_MILLISECONDS = 2_000;

    private final Verbs verbs;
    private final Callers callers;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Documents documents;
    private final List<RegisterExtension> all;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Activate
    public Extensions(
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Transactions transactions,
            @Reference Deliveries deliveries,
            @Reference Documents documents,
            @Reference Offers offers) {
        this.all = offers.extensions();
        this.verbs = verbs;
        this.callers = callers;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.documents = documents;
    }

    /** What one extension adds to a register. */
    record Part(RegisterExtension extension, Addition addition) {
        boolean has(String verb) {
            return addition.verbs().stream().anyMatch(each -> each.name().equals(verb));
        }
    }

    /** The register with what is added to it for the calling company, by modules that are on there. */
    Register extended(Register register) {
        if (all.isEmpty()
                || callers.find().filter(caller -> caller.company() != null).isEmpty()) {
            return register;
        }
        var description = register.description();
        List<Part> parts = new ArrayList<>();
        all.stream().sorted(Comparator.comparing(RegisterExtension::module)).forEach(extension -> {
            var part = part(extension, description);
            if (!part.addition.isEmpty() && isSound(part, description, parts)) {
                parts.add(part);
            }
        });
        return parts.isEmpty()
                ? register
                : new ExtendedRegister(register, parts, documents, transactions, this::settle);
    }

    private Part part(RegisterExtension extension, Description description) {
        var on = verbs.answers(extension.module());
        return new Part(extension, on ? extension.addition(description) : Addition.NONE);
    }

    /** As a verb of the module itself would: what is numbered has its number when it is answered. */
    private void settle(String module) {
        if (!transactions.active()) {
            var company = callers.current().company();
            deliveries.settle(company, NUMBERS, MOST_MILLISECONDS);
            deliveries.settle(company, module, MOST_MILLISECONDS);
        }
    }

    /** A name that is not the module's own may be taken by the register one day: then both would answer to it. */
    private boolean isSound(Part part, Description description, List<Part> before) {
        var module = part.extension.module();
        var wrong = Stream.of(
                        wrong(part, description, before),
                        wrongOfLines(part, description, before),
                        wrongInVerbs(part, description, before))
                .flatMap(Function.identity())
                .toList();
        if (!wrong.isEmpty() && told.add(module + description.name() + wrong)) {
            LOG.log(
                    Level.ERROR,
                    "What {0} adds to {1} is left out: {2} must begin with \"{0}_\" (verbs with \"{0}-\"), not be"
                            + " taken, and be asked by a verb that is there",
                    module,
                    description.name(),
                    wrong);
        }
        return wrong.isEmpty();
    }

    private static Stream<String> wrong(Part part, Description description, List<Part> before) {
        var taken = new HashSet<>(names(description.columns(), description.fields()));
        description.verbs().forEach(verb -> taken.add(verb.name()));
        before.forEach(other -> {
            taken.addAll(names(other.addition.columns(), other.addition.fields()));
            other.addition.verbs().forEach(verb -> taken.add(verb.name()));
        });
        var verbs = part.addition.verbs().stream().map(Description.Verb::name).toList();
        return Stream.concat(
                wrong(part, "_\\w+", names(part.addition.columns(), part.addition.fields()), taken),
                wrong(part, "-[\\w-]+", verbs, taken));
    }

    private static Stream<String> wrongOfLines(Part part, Description description, List<Part> before) {
        var lines = description.lines();
        var taken = lines == null ? new HashSet<String>() : new HashSet<>(names(lines.columns(), lines.fields()));
        before.forEach(other -> taken.addAll(names(other.addition.lines())));
        return wrong(part, "_\\w+", names(part.addition.lines()), taken);
    }

    private static Stream<String> wrongInVerbs(Part part, Description description, List<Part> before) {
        var verbs = description.verbs().stream()
                .collect(Collectors.toMap(Description.Verb::name, Description.Verb::fields));
        return part.addition.asked().entrySet().stream().flatMap(asked -> {
            if (!verbs.containsKey(asked.getKey())) {
                return Stream.of(asked.getKey());
            }
            var taken = new HashSet<>(names(List.of(), verbs.get(asked.getKey())));
            before.forEach(other ->
                    taken.addAll(names(List.of(), other.addition.asked().getOrDefault(asked.getKey(), List.of()))));
            return wrong(part, "_\\w+", names(List.of(), asked.getValue()), taken);
        });
    }

    private static Stream<String> wrong(Part part, String after, Collection<String> names, Set<String> taken) {
        return names.stream().filter(name -> !name.matches(part.extension.module() + after) || taken.contains(name));
    }

    private static Set<String> names(RegisterExtension.OfLines lines) {
        return names(lines.columns(), lines.fields());
    }

    private static Set<String> names(List<Column> columns, List<Field> fields) {
        return Stream.concat(columns.stream().map(Column::name), fields.stream().map(Field::name))
                .collect(Collectors.toSet());
    }
}
