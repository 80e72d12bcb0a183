package org.stepwise.attributes.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.internal.line.LineParts;
import org.stepwise.attributes.internal.required.Entering;
import org.stepwise.data.Id;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.RegisterExtension;

/** The attributes of a register: fields where it has a form, columns, and verbs for what nobody can change. */
@Component
public final class AttributeExtension implements RegisterExtension {
    static final String SET = "attributes-set";

    private final Definitions definitions;
    private final ValueRows rows;
    private final AttributeDesk desk;
    private final LineParts lines;
    private final Entering entering;
    private final Verbs verbs;
    private final Callers callers;

    @Activate
    public AttributeExtension(
            @Reference Definitions definitions,
            @Reference ValueRows rows,
            @Reference AttributeDesk desk,
            @Reference LineParts lines,
            @Reference Entering entering,
            @Reference Verbs verbs,
            @Reference Callers callers) {
        this.definitions = definitions;
        this.rows = rows;
        this.desk = desk;
        this.lines = lines;
        this.entering = entering;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Override
    public String module() {
        return AttributesModule.MODULE;
    }

    private Collection<Attribute> today(String register) {
        return definitions
                .on(callers.current().company(), register, verbs.today())
                .values();
    }

    @Override
    public Addition addition(Description register) {
        return lines.with(register, ofRows(register));
    }

    private Addition ofRows(Description register) {
        var today = today(register.name());
        if (today.isEmpty()) {
            return Addition.NONE;
        }
        var columns = today.stream().map(this::column).toList();
        var isEntered = register.create() != null || register.change() != null;
        var set = new Description.Verb(
                SET,
                AttributesPermissions.VALUE_SET,
                Map.of(),
                today.stream().map(Fields::field).toList());
        return new Addition(
                columns,
                isEntered ? Fields.entered(today) : List.<Field>of(),
                List.of(set),
                new Beside(ValueRows.TABLE, ValueRows.ROW, Map.of(ValueRows.REGISTER, register.name()), columns));
    }

    private Column column(Attribute attribute) {
        return Fields.column(attribute, definitions.choices(callers.current().company(), attribute));
    }

    @Override
    public Map<Id, Map<String, Object>> values(Description register, Collection<Id> wanted) {
        var today = today(register.name());
        var values = new HashMap<Id, Map<String, Object>>();
        rows.read(callers.current().company(), register.name(), today, wanted)
                .forEach((row, known) -> values.put(row, Fields.shown(today, known.values())));
        return values;
    }

    @Override
    public Map<Integer, Map<String, Object>> lines(Description register, Id row) {
        return lines.values(register, row);
    }

    @Override
    public void entering(Description register, Form entered) {
        entering.begin(register.name(), texts(register.name(), entered));
        lines.entering(register, entered);
    }

    @Override
    public Map<String, String> faults(Description register, Form entered) {
        return desk.faults(register.name(), texts(register.name(), entered));
    }

    @Override
    public void take(Row row, Form entered) {
        desk.record(permission(row.register()), wanted(row, entered));
    }

    @Override
    public void takeLines(Row row, List<Line> entered) {
        lines.take(permission(row.register()), row, entered);
    }

    /** Whoever may make or change the row may say this of it too; the register has asked already. */
    private String permission(Description register) {
        return register.create() != null && callers.current().may(register.create())
                ? register.create()
                : register.change();
    }

    @Override
    public void act(Row row, String verb, Form entered) {
        if (verb.equals(SET)) {
            desk.record(AttributesPermissions.VALUE_SET, wanted(row, entered));
        } else {
            lines.act(row, entered);
        }
    }

    private AttributeDesk.Wanted wanted(Row row, Form entered) {
        var register = row.register().name();
        return new AttributeDesk.Wanted(register, row.id(), texts(register, entered), row.view());
    }

    private Map<String, String> texts(String register, Form entered) {
        return Fields.texts(today(register), entered);
    }
}
