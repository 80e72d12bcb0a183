package org.stepwise.attributes.internal.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.internal.Attribute;
import org.stepwise.attributes.internal.AttributesPermissions;
import org.stepwise.attributes.internal.Definitions;
import org.stepwise.attributes.internal.Fields;
import org.stepwise.attributes.internal.required.Entering;
import org.stepwise.data.Id;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.RegisterExtension.Addition;
import org.stepwise.web.RegisterExtension.Line;
import org.stepwise.web.RegisterExtension.Row;
import org.stepwise.web.ValueType;

/** The attributes of the lines of documents: columns, fields where lines are entered, and a verb where they are not. */
@Component(service = LineParts.class)
public final class LineParts {
    private static final String SET = "attributes-set-line";
    private static final String LINE = "line";

    private final Definitions definitions;
    private final LineRows rows;
    private final LineDesk desk;
    private final Entering entering;
    private final Verbs verbs;
    private final Callers callers;

    @Activate
    public LineParts(
            @Reference Definitions definitions,
            @Reference LineRows rows,
            @Reference LineDesk desk,
            @Reference Entering entering,
            @Reference Verbs verbs,
            @Reference Callers callers) {
        this.definitions = definitions;
        this.rows = rows;
        this.desk = desk;
        this.entering = entering;
        this.verbs = verbs;
        this.callers = callers;
    }

    private Collection<Attribute> today(Description register) {
        return register.lines() == null
                ? List.of()
                : definitions
                        .on(callers.current().company(), Definitions.linesOf(register.name()), verbs.today())
                        .values();
    }

    /** What is added to rows, with what is added to their lines. */
    public Addition with(Description register, Addition ofRows) {
        var today = today(register);
        if (today.isEmpty()) {
            return ofRows;
        }
        var company = callers.current().company();
        var fields = new ArrayList<Field>();
        fields.add(Field.of(LINE, ValueType.NUMBER).must());
        today.forEach(attribute -> fields.add(Fields.field(attribute)));
        var acts = new ArrayList<>(ofRows.verbs());
        acts.add(new Description.Verb(SET, AttributesPermissions.VALUE_SET, Map.of(), fields));
        var isEntered = register.create() != null || register.change() != null;
        return new Addition(ofRows.columns(), ofRows.fields(), acts, ofRows.beside())
                .lines(
                        today.stream()
                                .map(attribute -> Fields.column(attribute, definitions.choices(company, attribute)))
                                .toList(),
                        isEntered ? Fields.entered(today) : List.of());
    }

    public Map<Integer, Map<String, Object>> values(Description register, Id row) {
        var today = today(register);
        var values = new HashMap<Integer, Map<String, Object>>();
        if (!today.isEmpty()) {
            rows.read(callers.current().company(), register.name(), row)
                    .values()
                    .forEach((line, known) -> values.put(line, Fields.shown(today, known)));
        }
        return values;
    }

    public void entering(Description register, Form entered) {
        var today = today(register);
        if (!today.isEmpty()) {
            entering.begin(
                    Definitions.linesOf(register.name()),
                    entered.lines(register.lines().name()).stream()
                            .map(line -> Fields.texts(today, line))
                            .toList());
        }
    }

    public void take(String permission, Row row, List<Line> lines) {
        var today = today(row.register());
        desk.take(
                permission,
                new LineDesk.Document(row.register().name(), row.id(), row.view()),
                lines.stream()
                        .map(line ->
                                new LineDesk.Taken(line.number(), line.from(), Fields.texts(today, line.entered())))
                        .toList());
    }

    /** Sets attributes of one line. */
    public void act(Row row, Form entered) {
        desk.set(
                row.register().name(),
                row.id(),
                row.view().get(),
                Map.of(number(entered.decimal(LINE)), Fields.texts(today(row.register()), entered)));
    }

    /** What is no number of a line is refused as a line that there is not. */
    private static int number(BigDecimal entered) {
        var whole = entered.stripTrailingZeros().scale() <= 0 && entered.precision() - entered.scale() < 10;
        return whole ? entered.intValue() : 0;
    }
}
