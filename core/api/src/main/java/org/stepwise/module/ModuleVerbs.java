package org.stepwise.module;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.stepwise.data.Id;
import org.stepwise.input.Input;
import org.stepwise.input.Naming;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Setting;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Caller;

/**
 * What every verb and query of one module goes through: gate, permission, transaction, log. A component of the module
 * extends it, so that its name is said once; the log is the bundle's own, which knows whose it is.
 */
public abstract class ModuleVerbs {
    private final String module;
    private final Verbs verbs;
    private final Surroundings around;
    private final Log log;

    protected ModuleVerbs(String module, Verbs verbs, Surroundings around, Log log) {
        this.module = module;
        this.verbs = verbs;
        this.around = around;
        this.log = log;
    }

    public final <T> T write(String permission, Supplier<T> verb) {
        return verbs.write(module, permission, verb);
    }

    /** As {@link #write}, for what has no result. */
    public final void run(String permission, Runnable verb) {
        write(permission, () -> {
            verb.run();
            return null;
        });
    }

    public final <T> T read(String permission, Supplier<T> query) {
        return verbs.read(module, permission, query);
    }

    /** What somebody filled in, as it is kept; refuses all that is wrong with it at once, what it names included. */
    public final <T extends Record> T checked(T wanted) {
        return checked(wanted, null, rows());
    }

    /**
     * As {@link #checked(Record)}, of a change and with another look-up.
     *
     * @param known what it replaces: what stays is not asked; null of something new
     * @param naming {@link #rows}, with something {@link Naming#instead instead} where the verb looks rows up anyway
     */
    public final <T extends Record> T checked(T wanted, T known, Naming naming) {
        return new Input(module).checked(wanted, known, naming);
    }

    /** Rows of any register, for who names one. */
    public final NamedRows rows() {
        return around.rows();
    }

    public final void record(LocalDate on, Fact fact) {
        log.record(module, on, fact);
    }

    /** On its own day where that is past, else today. */
    public final void record(Setting setting) {
        log.record(module, around.ofSetting(setting.validFrom()), setting);
    }

    /** The business date of a verb: the day given, or today in the company's zone. */
    public final LocalDate day(LocalDate given) {
        return around.day("on", given);
    }

    /** The day by which something is wanted, or null. */
    public final LocalDate wantedBy(String field, LocalDate given) {
        return around.wanted(field, given);
    }

    public final LocalDate today() {
        return verbs.today();
    }

    public final Caller caller() {
        return around.caller();
    }

    public final Id company() {
        return around.caller().company();
    }

    /** An id for something new. */
    public final Id next() {
        return around.next();
    }

    /** Whether what is recorded happened before it was known here: an import of history. */
    public final boolean history() {
        return around.caller().door().equals("import");
    }

    /** Whether another module keeps its own by now, so that hand doors to it are closed. */
    public final boolean owns(String other) {
        return verbs.owns(other);
    }

    /** Whether the tables are there: before, nothing can be in them. */
    public final boolean answer() {
        return verbs.answers(module);
    }

    /**
     * Waits a moment until the module has taken in what others recorded just now, so that the verb decides on it; false
     * when it has not. Where it is not on there is nothing to wait for.
     */
    public final boolean catchUp() {
        return !verbs.owns(module) || around.settle(module);
    }

    /** After a verb: waits a moment until the module shows what followed from it. */
    public final void follow() {
        if (verbs.owns(module)) {
            around.follow(module);
        }
    }

    /** A verb that issues a document: answers once the module shows its number, which comes after the commit. */
    public final <T> T issue(Id document, Supplier<T> verb, BiFunction<T, String, T> numbered) {
        return around.issue(module, document, verb, numbered);
    }

    /** As {@link #issue(Id, Supplier, BiFunction)}, of a document whose id nobody knew before the verb was done. */
    public final void numbered(Id document) {
        around.numbered(module, document);
    }

    /** As {@link #issue(Id, Supplier, BiFunction)}; what followed from the document is shown then as well. */
    public final Id issue(String permission, Id document, Runnable verb) {
        issue(
                document,
                () -> {
                    run(permission, verb);
                    return document;
                },
                (issued, number) -> issued);
        follow();
        return document;
    }
}
