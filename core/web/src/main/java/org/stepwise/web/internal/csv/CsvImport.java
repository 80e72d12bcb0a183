package org.stepwise.web.internal.csv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.NotFound;
import org.stepwise.error.Refusal;
import org.stepwise.error.Rejected;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Register;
import org.stepwise.web.internal.register.FormReader;

/** Creates what a CSV file holds, through the same forms and services as every other door: all of it or nothing. */
@Component(service = CsvImport.class)
public final class CsvImport {
    private static final int MOST_TOLD = 100;

    private final Transactions transactions;
    private final Callers callers;

    @Activate
    public CsvImport(@Reference Transactions transactions, @Reference Callers callers) {
        this.transactions = transactions;
        this.callers = callers;
    }

    /**
     * What came of it; a dry run creates nothing and has no ids.
     *
     * @param passedOver columns of the list that nobody enters, as an export has them: they were not read
     */
    public record Outcome(boolean dryRun, int rows, List<Id> ids, List<String> passedOver) {}

    /** Refuses with {@code erp.import.rows} and what is wrong by row and field; nothing is created then. */
    public Outcome take(Register register, InputStream csv, boolean dryRun) {
        if (register.description().create() == null) {
            throw new NotFound(
                    "erp.register.no-form",
                    "nothing can be created in " + register.description().name());
        }
        var entries = CsvTable.read(register.description(), csv);
        var passedOver = new TreeSet<String>();
        entries.forEach(entry -> passedOver.addAll(passOver(register.description(), entry.entered())));
        var forms = forms(register, entries);
        var importer = callers.current().through("import");
        var ids = callers.as(importer, () -> dryRun ? tryOut(register, forms) : createAll(register, forms));
        return new Outcome(dryRun, forms.size(), ids, List.copyOf(passedOver));
    }

    /** Takes out what the list and its documents show and nobody enters, so that an export can be imported again. */
    private static List<String> passOver(Description description, ObjectNode entered) {
        var lines = description.lines();
        var passed = new ArrayList<>(passOver(entered, description.columns(), names(description)));
        if (lines != null) {
            var fields = lines.fields().stream().map(Field::name).toList();
            entered.path(lines.name()).forEach(line -> passOver((ObjectNode) line, lines.columns(), fields).stream()
                    .map(name -> lines.name() + "." + name)
                    .forEach(passed::add));
        }
        return passed;
    }

    private static List<String> passOver(ObjectNode entered, List<Column> columns, List<String> fields) {
        var shown = Stream.concat(Stream.of("id", "version"), columns.stream().map(Column::name))
                .filter(name -> !fields.contains(name) && entered.has(name))
                .toList();
        entered.remove(shown);
        return shown;
    }

    private static List<String> names(Description description) {
        return Stream.concat(
                        description.fields().stream().map(Field::name),
                        Stream.ofNullable(description.lines()).map(Description.Lines::name))
                .toList();
    }

    private static Map<Long, Form> forms(Register register, List<CsvTable.Entry> entries) {
        var forms = new LinkedHashMap<Long, Form>();
        var wrong = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            try {
                forms.put(entry.row(), FormReader.create(register.description(), entry.entered()));
            } catch (Rejected refused) {
                tell(wrong, entry.row(), refused);
            }
        }
        if (!wrong.isEmpty()) {
            throw faults(wrong);
        }
        return forms;
    }

    private List<Id> createAll(Register register, Map<Long, Form> forms) {
        return transactions.call(() -> {
            var ids = new ArrayList<Id>();
            forms.forEach((row, form) -> ids.add(create(register, row, form)));
            return ids;
        });
    }

    /** Does it all and takes it back, so that what the services would refuse is known too. */
    private List<Id> tryOut(Register register, Map<Long, Form> forms) {
        try {
            transactions.run(() -> {
                forms.forEach((row, form) -> create(register, row, form));
                throw new TakenBack();
            });
        } catch (TakenBack done) {
            return List.of();
        }
        return List.of();
    }

    /** What is wrong with a row is told with its place; what the platform refuses would refuse every row. */
    private static Id create(Register register, long row, Form form) {
        try {
            return register.create(form);
        } catch (Refusal refused) {
            if (refused.code().startsWith("erp.") && !refused.code().equals(FormReader.INVALID)) {
                throw refused;
            }
            var wrong = new LinkedHashMap<String, String>();
            tell(wrong, row, refused);
            throw faults(wrong);
        }
    }

    private static void tell(Map<String, String> wrong, long row, Refusal refused) {
        if (refused.fields().isEmpty()) {
            wrong.put("row " + row, refused.getMessage());
        }
        refused.fields().forEach((field, reason) -> wrong.put("row " + row + "." + field, reason));
    }

    private static Rejected faults(Map<String, String> wrong) {
        var told = new LinkedHashMap<String, String>();
        wrong.entrySet().stream().limit(MOST_TOLD).forEach(each -> told.put(each.getKey(), each.getValue()));
        var first = told.entrySet().iterator().next();
        return new Rejected(
                "erp.import.rows",
                wrong.size() + " faults, nothing was imported; the first: " + first.getKey() + " " + first.getValue()
                        + ". Correct the rows named and import again",
                told);
    }

    /** Rolls a dry run back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("dry run", null, false, false);
        }
    }
}
