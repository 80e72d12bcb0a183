package org.stepwise.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;

/**
 * Whiteboard: fields, columns and verbs that a module adds to registers of other modules, at all doors: form, REST,
 * OpenAPI, import, export, list and screen. They go with their bundle, and are not there where the module is off. What
 * a partner holds against a fact of another module is a {@link org.stepwise.log.guard.Guard}.
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

    /**
     * The registers of all modules, for an extension that looks up rows of others; told once it is found. It cannot
     * wait for them as a component does: they are put together with it.
     */
    default void among(OpenRegisters registers) {}

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
     * Takes what was entered in the fields of this extension, after the register has created or changed the row and in
     * the same transaction: both are recorded, or neither.
     */
    default void take(Row row, Form entered) {}

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
     */
    record Addition(List<Column> columns, List<Field> fields, List<Description.Verb> verbs, Beside beside) {
        public static final Addition NONE = new Addition(List.of(), List.of(), List.of(), null);

        public boolean isEmpty() {
            return columns.isEmpty() && fields.isEmpty() && verbs.isEmpty();
        }
    }

    /**
     * A row of a register.
     *
     * @param view what the register shows of it, as JSON has it; looked up when asked for
     */
    record Row(Description register, Id id, Supplier<Map<String, Object>> view) {}
}
