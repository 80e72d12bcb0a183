package org.stepwise.web.internal.register;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.module.Homes;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.Register;
import org.stepwise.web.RegisterExtension;
import org.stepwise.web.RegisterExtension.Addition;

/** What modules add to registers of others, put together once for all doors. */
@Component(service = Extensions.class)
public final class Extensions {
    private static final Logger LOG = System.getLogger(Extensions.class.getName());

    private final Verbs verbs;
    private final Callers callers;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Documents documents;
    private final List<RegisterExtension> all = new CopyOnWriteArrayList<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private OpenRegisters registers;

    @Activate
    public Extensions(
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Transactions transactions,
            @Reference Deliveries deliveries,
            @Reference Documents documents) {
        this.verbs = verbs;
        this.callers = callers;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.documents = documents;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExtension(RegisterExtension extension, Map<String, Object> service) {
        if (Homes.mayOffer("the extension of registers", extension.module(), service)) {
            add(extension);
        }
    }

    private synchronized void add(RegisterExtension extension) {
        all.add(extension);
        if (registers != null) {
            extension.among(registers);
        }
    }

    /** Told by the registers themselves, which come last. */
    synchronized void open(OpenRegisters open) {
        registers = open;
        all.forEach(extension -> extension.among(open));
    }

    public void removeExtension(RegisterExtension extension) {
        all.remove(extension);
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
            deliveries.settle(callers.current().company(), module, 2_000);
        }
    }

    /** A name that is not the module's own may be taken by the register one day: then both would answer to it. */
    private boolean isSound(Part part, Description description, List<Part> before) {
        var module = part.extension.module();
        var taken = new HashSet<String>(names(description));
        before.forEach(other -> taken.addAll(names(other.addition)));
        var columns = part.addition.columns().stream().map(column -> column.name());
        var fields = part.addition.fields().stream().map(field -> field.name());
        var wrong = Stream.concat(
                        Stream.concat(columns, fields)
                                .filter(name -> !name.matches(module + "_\\w+") || taken.contains(name)),
                        part.addition.verbs().stream()
                                .map(Description.Verb::name)
                                .filter(name -> !name.matches(module + "-[\\w-]+") || taken.contains(name)))
                .toList();
        if (!wrong.isEmpty() && told.add(module + description.name() + wrong)) {
            LOG.log(
                    Level.ERROR,
                    "What {0} adds to {1} is left out: {2} must begin with \"{0}_\" (verbs with \"{0}-\"), and not be"
                            + " taken",
                    module,
                    description.name(),
                    wrong);
        }
        return wrong.isEmpty();
    }

    private static Set<String> names(Description description) {
        return names(new Addition(description.columns(), description.fields(), description.verbs(), null));
    }

    private static Set<String> names(Addition addition) {
        var names = new HashSet<String>();
        addition.columns().forEach(column -> names.add(column.name()));
        addition.fields().forEach(field -> names.add(field.name()));
        addition.verbs().forEach(verb -> names.add(verb.name()));
        return names;
    }
}
