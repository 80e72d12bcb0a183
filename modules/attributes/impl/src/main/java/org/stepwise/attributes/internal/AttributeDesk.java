package org.stepwise.attributes.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.AttributesSet;
import org.stepwise.data.Id;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** Records values of attributes: those that change, checked as they are defined today. */
@Component(service = AttributeDesk.class)
public final class AttributeDesk {
    private final Definitions definitions;
    private final ValueRows rows;
    private final Checks checks;
    private final Verbs verbs;
    private final Callers callers;
    private final Log log;

    @Activate
    public AttributeDesk(
            @Reference Definitions definitions,
            @Reference ValueRows rows,
            @Reference Checks checks,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Log log) {
        this.definitions = definitions;
        this.rows = rows;
        this.checks = checks;
        this.verbs = verbs;
        this.callers = callers;
        this.log = log;
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
            var wrong = new LinkedHashMap<String, String>();
            var changed = checks.changed("", wanted.values, new Checks.Known(on, known.values()), wrong);
            Checks.refuse(wrong);
            if (!changed.isEmpty()) {
                log.record(AttributesModule.MODULE, verbs.today(), fact(wanted, changed, ever, known));
            }
            return null;
        });
    }

    /** What is wrong with values of a register, by the fields of its form, besides what the form says. */
    Map<String, String> faults(String register, Map<String, String> values) {
        var on = definitions.on(callers.current().company(), register, verbs.today());
        var faults = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> checks.complaint(on.get(name), value)
                .ifPresent(complaint -> faults.put(on.get(name).field(), complaint)));
        return faults;
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
        var person = Checks.person(
                wanted.row, wanted.view, ever.get(personal.firstKey()).person());
        if (known.person() != null && !known.person().equals(person)) {
            known.values().forEach((name, value) -> {
                if (ever.get(name).personal()) {
                    personal.putIfAbsent(name, value);
                }
            });
        }
        return new AttributesSet(wanted.register, wanted.row, values, personal, person);
    }
}
