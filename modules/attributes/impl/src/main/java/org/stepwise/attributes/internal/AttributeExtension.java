package org.stepwise.attributes.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.RegisterExtension;
import org.stepwise.web.ValueType;

/** The attributes of a register: fields where it has a form, columns, and a verb for rows that nobody can change. */
@Component
public final class AttributeExtension implements RegisterExtension {
    static final String SET = "attributes-set";

    private final Definitions definitions;
    private final ValueRows rows;
    private final AttributeDesk desk;
    private final References references;
    private final Verbs verbs;
    private final Callers callers;

    @Activate
    public AttributeExtension(
            @Reference Definitions definitions,
            @Reference ValueRows rows,
            @Reference AttributeDesk desk,
            @Reference References references,
            @Reference Verbs verbs,
            @Reference Callers callers) {
        this.definitions = definitions;
        this.rows = rows;
        this.desk = desk;
        this.references = references;
        this.verbs = verbs;
        this.callers = callers;
    }

    @Override
    public String module() {
        return AttributesModule.MODULE;
    }

    @Override
    public void among(OpenRegisters registers) {
        references.among(registers);
    }

    private Collection<Attribute> today(String register) {
        return definitions
                .on(callers.current().company(), register, verbs.today())
                .values();
    }

    @Override
    public Addition addition(Description register) {
        var today = today(register.name());
        if (today.isEmpty()) {
            return Addition.NONE;
        }
        var columns = today.stream().map(this::column).toList();
        var entered = new ArrayList<Field>();
        if (register.create() != null || register.change() != null) {
            today.forEach(attribute -> entered.addAll(fields(attribute)));
        }
        var set = new Description.Verb(
                SET,
                AttributesPermissions.VALUE_SET,
                Map.of(),
                today.stream().map(AttributeExtension::field).toList());
        return new Addition(
                columns,
                entered,
                List.of(set),
                new Beside(ValueRows.TABLE, ValueRows.ROW, Map.of(ValueRows.REGISTER, register.name()), columns));
    }

    private Column column(Attribute attribute) {
        var type = ValueType.valueOf(attribute.type().name());
        var column =
                switch (type) {
                    case CHOICE ->
                        Column.choice(
                                attribute.field(),
                                attribute.slot(),
                                definitions
                                        .choices(callers.current().company(), attribute)
                                        .toArray(String[]::new));
                    case REFERENCE -> Column.reference(attribute.field(), attribute.slot(), attribute.refers());
                    default -> Column.of(attribute.field(), type, attribute.slot());
                };
        return column.sorted().called(attribute.title());
    }

    /** What is required is so when a row is made. Later it cannot be emptied, but rows of before may lack it. */
    private static List<Field> fields(Attribute attribute) {
        return attribute.required()
                ? List.of(field(attribute).must().onCreate(), field(attribute).onChange())
                : List.of(field(attribute));
    }

    private static Field field(Attribute attribute) {
        var type = ValueType.valueOf(attribute.type().name());
        var field =
                switch (type) {
                    case CHOICE ->
                        Field.choice(attribute.field(), attribute.choices().toArray(String[]::new));
                    case REFERENCE -> Field.reference(attribute.field(), attribute.refers());
                    default -> Field.of(attribute.field(), type);
                };
        return (type == ValueType.TEXT ? field.atMost(Bounds.TEXT) : field).called(attribute.title());
    }

    @Override
    public Map<Id, Map<String, Object>> values(Description register, Collection<Id> wanted) {
        var today = today(register.name());
        var values = new HashMap<Id, Map<String, Object>>();
        rows.read(callers.current().company(), register.name(), today, wanted).forEach((row, known) -> {
            var shown = new TreeMap<String, Object>();
            today.forEach(attribute -> {
                var value = known.values().get(attribute.name());
                if (value != null) {
                    shown.put(attribute.field(), attribute.shown(value));
                }
            });
            values.put(row, shown);
        });
        return values;
    }

    @Override
    public void entering(Description register, Form entered) {
        desk.begin(register.name(), texts(register.name(), entered));
    }

    @Override
    public void take(Row row, Form entered) {
        var caller = callers.current();
        var register = row.register();
        // Whoever may make or change the row may say this of it too; the register has asked already.
        var permission =
                register.create() != null && caller.may(register.create()) ? register.create() : register.change();
        desk.record(permission, wanted(row, entered));
    }

    @Override
    public void act(Row row, String verb, Form entered) {
        desk.record(AttributesPermissions.VALUE_SET, wanted(row, entered));
    }

    private AttributeDesk.Wanted wanted(Row row, Form entered) {
        var register = row.register().name();
        return new AttributeDesk.Wanted(register, row.id(), texts(register, entered), row.view());
    }

    /** What was entered, as facts have it. */
    private Map<String, String> texts(String register, Form entered) {
        var texts = new TreeMap<String, String>();
        today(register).stream()
                .filter(attribute -> entered.has(attribute.field()))
                .forEach(attribute -> texts.put(attribute.name(), text(attribute, entered)));
        return texts;
    }

    private static String text(Attribute attribute, Form entered) {
        Object text =
                switch (attribute.type()) {
                    case NUMBER, AMOUNT -> {
                        var number = entered.decimal(attribute.field());
                        yield number == null ? null : Amounts.plain(number);
                    }
                    case TEXT, CHOICE -> entered.text(attribute.field());
                    case DATE -> entered.day(attribute.field());
                    case FLAG -> entered.flag(attribute.field());
                    case REFERENCE -> entered.id(attribute.field());
                };
        return text == null ? "" : text.toString();
    }
}
