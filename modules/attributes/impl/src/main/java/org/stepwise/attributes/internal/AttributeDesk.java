package org.stepwise.attributes.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.Attributes;
import org.stepwise.attributes.event.AttributesSet;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** Records values of attributes: those that change, checked as they are defined today. */
@Component(service = {Attributes.class, AttributeDesk.class})
public final class AttributeDesk implements Attributes {
    private final Definitions definitions;
    private final ValueRows rows;
    private final References references;
    private final Entering entering;
    private final Verbs verbs;
    private final Callers callers;
    private final Transactions transactions;
    private final Log log;

    @Activate
    public AttributeDesk(
            @Reference Definitions definitions,
            @Reference ValueRows rows,
            @Reference References references,
            @Reference Entering entering,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Transactions transactions,
            @Reference Log log) {
        this.definitions = definitions;
        this.rows = rows;
        this.references = references;
        this.entering = entering;
        this.verbs = verbs;
        this.callers = callers;
        this.transactions = transactions;
        this.log = log;
    }

    @Override
    public void set(String register, Id row, Map<String, String> values) {
        transactions.run(() -> {
            // What was created in this very transaction may not be written yet.
            transactions.flush();
            var view = references.view(register, row);
            record(AttributesPermissions.VALUE_SET, new Wanted(register, row, values, () -> view));
        });
    }

    @Override
    public Id with(String register, Map<String, String> values, Supplier<Id> work) {
        return transactions.call(() -> {
            begin(register, values);
            var row = work.get();
            set(register, row, values);
            return row;
        });
    }

    /** A row of a register is about to be made with these. */
    void begin(String register, Map<String, String> values) {
        entering.begin(
                register,
                values.entrySet().stream()
                        .filter(value ->
                                value.getValue() != null && !value.getValue().isBlank())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /**
     * What somebody wants set.
     *
     * @param view what the register shows of the row
     */
    record Wanted(String register, Id row, Map<String, String> values, Supplier<Map<String, Object>> view) {}

    void record(String permission, Wanted wanted) {
        verbs.write(AttributesModule.MODULE, permission, () -> {
            var company = callers.current().company();
            var ever = definitions.ever(company, wanted.register);
            var known = rows.read(company, wanted.register, ever.values(), List.of(wanted.row))
                    .getOrDefault(wanted.row, ValueRows.Known.NOTHING);
            var on = definitions.on(company, wanted.register, verbs.today());
            var changed = changed(wanted, on, known.values());
            if (!changed.isEmpty()) {
                log.record(AttributesModule.MODULE, verbs.today(), fact(wanted, changed, ever, known));
            }
            return null;
        });
    }

    /** All that is wrong is told at once. */
    private Map<String, String> changed(Wanted wanted, Map<String, Attribute> on, Map<String, String> known) {
        var changed = new TreeMap<String, String>();
        var wrong = new LinkedHashMap<String, String>();
        wanted.values.forEach((name, given) -> {
            var attribute = on.get(name);
            if (attribute == null) {
                wrong.put(AttributesModule.MODULE + "_" + name, "is no attribute of " + wanted.register + " today");
                return;
            }
            try {
                var value = attribute.checked(given);
                if (!value.equals(known.getOrDefault(name, ""))) {
                    require(attribute, value);
                    changed.put(name, value);
                }
            } catch (Rejected refused) {
                wrong.putAll(refused.fields());
            }
        });
        if (!wrong.isEmpty()) {
            var first = wrong.entrySet().iterator().next();
            throw new Rejected(
                    "attributes.input.invalid",
                    first.getKey() + " " + first.getValue()
                            + (wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : ""),
                    wrong);
        }
        return changed;
    }

    private void require(Attribute attribute, String value) {
        if (value.isEmpty() && attribute.required()) {
            throw Attribute.INPUT.wrong(attribute.field(), "is required and cannot be emptied");
        }
        if (!value.isEmpty()
                && attribute.type() == AttributeType.REFERENCE
                && !references.exists(attribute.refers(), Id.parse(value))) {
            throw Attribute.INPUT.wrong(attribute.field(), "leads to nothing in " + attribute.refers());
        }
    }

    /** Where the row tells of somebody else than before, all that is personal goes over to him. */
    private AttributesSet fact(
            Wanted wanted, Map<String, String> changed, Map<String, Attribute> ever, ValueRows.Known known) {
        var values = new TreeMap<String, String>();
        var personal = new TreeMap<String, String>();
        changed.forEach((name, value) -> (ever.get(name).personal() ? personal : values).put(name, value));
        if (personal.isEmpty()) {
            return new AttributesSet(wanted.register, wanted.row, values, null, null);
        }
        var person = person(wanted, ever.get(personal.firstKey()).person());
        if (known.person() != null && !known.person().equals(person)) {
            known.values().forEach((name, value) -> {
                if (ever.get(name).personal()) {
                    personal.putIfAbsent(name, value);
                }
            });
        }
        return new AttributesSet(wanted.register, wanted.row, values, personal, person);
    }

    /** A row of the register of parties is itself whom it tells of. */
    private static Id person(Wanted wanted, String field) {
        if (field.equals(DefinitionDesk.ITSELF)) {
            return wanted.row;
        }
        var person = wanted.view.get().get(field);
        if (person == null) {
            throw new Rejected(
                    "attributes.value.nobody",
                    "what tells of a person cannot be kept where nobody stands in \"" + field
                            + "\"; fill that in first",
                    Map.of(field, "is empty"));
        }
        return Id.parse(person.toString());
    }
}
