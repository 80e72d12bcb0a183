package org.stepwise.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;

/**
 * Whiteboard: fields, columns and verbs that a module adds to registers of other modules, to the lines of documents and
 * to what their own verbs ask, at all doors: form, REST, OpenAPI, import, export, list and screen. They go with their
 * bundle, and are not there where the module is off. What a partner holds against a fact of another module is a {@link
 * org.stepwise.log.guard.Guard}.
 *
 * <p>Everything is asked in the name of the caller and for his company.
 */
@ConsumerType
public interface RegisterExtension {

    /**
     * The module that adds. Names begin with it, so that they stay its own whatever the register comes to have:
     * {@code loyalty_tier} for fields and columns, {@code loyalty-upgrade} for verbs. An extension that names anything
     * otherwise is left out, and the server's log says why.
     */
    String module();

    /** What is added to the register for the calling company now; {@link Addition#NONE} to most of them. */
    Addition addition(Description register);

    /**
     * What is known of these rows, by names of fields and columns, as JSON shows it; rows without anything may lack.
     */
    Map<Id, Map<String, Object>> values(Description register, Collection<Id> rows);

    /**
     * A row is about to be created or changed, and something was entered in the fields of this extension; in the
     * transaction in which that happens. For guards, which are asked before the row is there.
     */
    default void entering(Description register, Form entered) {}

    /**
     * What is wrong with what was entered in the fields of this extension, by field, besides what the form says. Asked
     * when something else is wrong already, so that all of it is told at once.
     */
    default Map<String, String> faults(Description register, Form entered) {
        return Map.of();
    }

    /**
     * Takes what was entered in the fields of this extension, after the register has created or changed the row and in
     * the same transaction: both are recorded, or neither.
     */
    default void take(Row row, Form entered) {}

    /** What is known of the lines of a document, by their numbers and names of columns; without anything may lack. */
    default Map<Integer, Map<String, Object>> lines(Description register, Id row) {
        return Map.of();
    }

    /**
     * Takes the lines of a document, all of them as they were entered, after the register has created or changed it
     * and in the same transaction. Told whenever lines were changed, and when something was entered for those of a new
     * document: a line that has moved takes along what is known of it.
     */
    default void takeLines(Row row, List<Line> lines) {}

    /**
     * A verb of the register's own is about to be done, and something was entered in the fields that this extension
     * asks there; in the transaction in which that happens. For guards, which are asked before it is done.
     */
    default void acting(Row row, String verb, Form entered) {}

    /** Takes what was entered for a verb of the register's own, after it was done and in the same transaction. */
    default void acted(Row row, String verb, Form entered) {}

    /** Does one of its verbs to a row that the caller may see. */
    default void act(Row row, String verb, Form entered) {
        throw new NotFound("erp.register.no-verb", module() + " knows no \"" + Quoted.of(verb) + "\"");
    }

    /**
     * What is added.
     *
     * @param columns shown only, unless there is a table beside the register's own: their {@code sql} is a column of it
     * @param fields of create and change
     * @param beside where the columns stand, for filters and order; null when they cannot be filtered and sorted by
     * @param lines to the lines of a document
     * @param asked fields of verbs of the register's own, by verb; who does them in code is not asked
     */
    record Addition(
            List<Column> columns,
            List<Field> fields,
            List<Description.Verb> verbs,
            Beside beside,
            OfLines lines,
            Map<String, List<Field>> asked) {
        public static final Addition NONE = new Addition(List.of(), List.of(), List.of(), null);

        public Addition(List<Column> columns, List<Field> fields, List<Description.Verb> verbs, Beside beside) {
            this(columns, fields, verbs, beside, OfLines.NONE, Map.of());
        }

        /** The same, with this for lines. */
        public Addition lines(List<Column> shown, List<Field> entered) {
            return new Addition(columns, fields, verbs, beside, new OfLines(shown, entered), asked);
        }

        /** The same, with these fields of a verb of the register's own. */
        public Addition asking(String verb, Field... entered) {
            var all = new HashMap<>(asked);
            all.put(verb, List.of(entered));
            return new Addition(columns, fields, verbs, beside, lines, Map.copyOf(all));
        }

        public boolean isEmpty() {
            return columns.isEmpty()
                    && fields.isEmpty()
                    && verbs.isEmpty()
                    && lines.columns.isEmpty()
                    && lines.fields.isEmpty()
                    && asked.isEmpty();
        }
    }

    /**
     * What is added to the lines of a document: they are shown with it, and are no list that could be filtered.
     *
     * @param fields of create and change; left out where no lines are entered
     */
    record OfLines(List<Column> columns, List<Field> fields) {
        public static final OfLines NONE = new OfLines(List.of(), List.of());
    }

    /**
     * A row of a register.
     *
     * @param view what the register shows of it, as JSON has it; looked up when asked for
     */
    record Row(Description register, Id id, Supplier<Map<String, Object>> view) {}

    /**
     * A line as it was entered.
     *
     * @param number which one of the document it has become: its column {@code line}, or its place from 1 on; 0 for one
     *     that is none of the document, such as nothing of a product
     * @param from which one it was before the change, 0 for a new one: what it does not say stays as it was there
     */
    record Line(int number, int from, Form entered) {}
}
