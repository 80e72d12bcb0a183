package org.stepwise.register;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.input.Naming;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/**
 * Reads a module's lists for the calling company, through the gate of the module and with the permission of the
 * description.
 */
@ProviderType
public interface Reader {
    Page page(Description description, TableList list, ListQuery query);

    /** With which of the settings holds today, and which is coming. */
    Page dated(Description description, TableList list, Dated dated, ListQuery query);

    /**
     * One row of a list, for what has nothing more to show.
     *
     * @param unknown the code of the refusal when there is none
     */
    Found row(Description description, TableList list, Id id, String unknown);

    /** As {@link #row(Description, TableList, Id, String)}, and refuses with {@code <module>.row.unknown}. */
    default Found row(Description description, TableList list, Id id) {
        return row(description, list, id, description.module() + ".row.unknown");
    }

    /** What rows of any register may be named by what is entered. */
    Naming naming();

    /** What only the module can look up, through the same gate and with the same permission. */
    <T> T read(Description description, Supplier<T> query);
}
