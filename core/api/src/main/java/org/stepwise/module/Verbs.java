package org.stepwise.module;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** The way every verb and query of a module goes: gate, permission, one transaction. */
@ProviderType
public interface Verbs {

    /**
     * Runs a verb of the module in one transaction. Refuses with {@code erp.module.not-on} while the module is off,
     * {@code erp.module.catching-up} (with the time left) while it catches up, {@code erp.permission.missing} when
     * the caller lacks the permission.
     */
    <T> T write(String module, String permission, Supplier<T> verb);

    /** Runs a query of the module; allowed while it catches up, refused while it is off. */
    <T> T read(String module, String permission, Supplier<T> query);

    /**
     * Whether the running thread is inside a verb of the module that may write: it has passed the gate and the caller
     * has the permission. The log takes facts from there only.
     */
    boolean writes(String module);

    /** Today in the calling company's zone. */
    LocalDate today();

    /** Whether the module is on or enabling for the calling company: hand doors close then. */
    boolean owns(String module);

    /** Whether the module's queries pass for the calling company: it is on, or catches up and its tables are there. */
    boolean answers(String module);
}
