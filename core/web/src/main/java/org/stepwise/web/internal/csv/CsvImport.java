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
import org.stepwise.web.internal.form.FormReader;
import org.stepwise.web.internal.form.Forms;

/** Creates what a CSV file holds, through the same forms and services as every other door: all of it or nothing. */
@Component(service = CsvImport.class)
public final class CsvImport {
    private static final int MOST_TOLD = 100;

    private final Transactions transactions;
    private final Callers callers;
    private final Forms forms;

    @Activate
    public CsvImport(@Reference Transactions transactions, @Reference Callers callers, @Reference Forms forms) {
        this.forms = forms;
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
        var importer = callers.current().through("import");
        var ids = callers.as(importer, () -> {
            var read = read(register, entries);
            return dryRun ? tryOut(register, read) : createAll(register, read);
        });
        return new Outcome(dryRun, entries.size(), ids, List.copyOf(passedOver));
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

    /** All of them, refused when anything is wrong with any: then all are asked, so that all of it is told. */
    private Map<Long, Form> read(Register register, List<CsvTable.Entry> entries) {
        var read = new LinkedHashMap<Long, Form>();
        entries.stream()
                .filter(entry -> entry.wrong() == null)
                .forEach(entry -> read.put(entry.row(), forms.read(register, entry.entered())));
        if (read.size() == entries.size()
                && read.values().stream().allMatch(form -> form.faults().isEmpty())) {
            return read;
        }
        var wrong = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            if (entry.wrong() != null) {
                wrong.put(place(entry.row()), entry.wrong());
            } else {
                ask(register, entry.row(), read.get(entry.row()), wrong);
            }
        }
        throw faults(wrong);
    }

    /** What names another row of the file cannot be told from what names nothing: nothing is there yet. */
    private void ask(Register register, long row, Form form, Map<String, String> wrong) {
        var all = wrong.size() < MOST_TOLD ? forms.faults(register, form) : form.faults();
        all.forEach((field, reason) -> {
            if (form.faults().containsKey(field) || !leadsToItsOwn(register.description(), field)) {
                wrong.put(place(row) + "." + field, reason);
            }
        });
    }

    private static boolean leadsToItsOwn(Description description, String path) {
        var line = path.indexOf("].");
        var fields = line < 0 || description.lines() == null
                ? description.fields()
                : description.lines().fields();
        return fields.stream()
                .anyMatch(field -> field.name().equals(path.substring(line < 0 ? 0 : line + 2))
                        && description.name().equals(field.register()));
    }

    private List<Id> createAll(Register register, Map<Long, Form> read) {
        return transactions.call(() -> create(register, read));
    }

    /** Does it all and takes it back, so that what the services would refuse is known too. */
    private List<Id> tryOut(Register register, Map<Long, Form> read) {
        try {
            transactions.run(() -> {
                create(register, read);
                throw new TakenBack();
            });
        } catch (TakenBack done) {
            return List.of();
        }
        return List.of();
    }

    /** One by one. Where one is refused nothing is created, and those behind it are asked what is wrong with them. */
    private List<Id> create(Register register, Map<Long, Form> read) {
        var ids = new ArrayList<Id>();
        var wrong = new LinkedHashMap<String, String>();
        read.forEach((row, form) -> {
            if (!wrong.isEmpty()) {
                ask(register, row, form, wrong);
                return;
            }
            try {
                ids.add(register.create(form));
            } catch (Refusal refused) {
                tell(wrong, row, refused);
                if (!(refused instanceof Rejected)) {
                    // The database may have refused it, and answers nothing more in this transaction.
                    throw faults(wrong);
                }
            }
        });
        if (!wrong.isEmpty()) {
            throw faults(wrong);
        }
        return ids;
    }

    /** What is wrong with a row is told with its place; what the platform refuses would refuse every row. */
    private static void tell(Map<String, String> wrong, long row, Refusal refused) {
        if (refused.code().startsWith("erp.") && !refused.code().equals(FormReader.INVALID)) {
            throw refused;
        }
        if (refused.fields().isEmpty()) {
            wrong.put(place(row), refused.getMessage());
        }
        refused.fields().forEach((field, reason) -> wrong.put(place(row) + "." + field, reason));
    }

    private static String place(long row) {
        return "row " + row;
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
