package org.stepwise.row;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Naming;

/**
 * Rows of every register, for who names one: whether the calling company has it, whether it is still in use, and what
 * it is called. Asked without the right to read the list: whoever looks something up for a verb of his own has asked
 * for that. A list whose module is not on, or still catches up, is not asked, so that no verb depends on it.
 */
@ProviderType
public interface NamedRows extends Naming {

    /** How rows (by their ids) or records (by their codes) stand; there is an answer for each. */
    Map<Object, Standing> find(String register, Collection<?> named);

    /**
     * What rows are called, for documents that keep their ids and no copy; looked up together. What there is not is
     * left out.
     */
    Map<Id, Called> called(String register, Collection<Id> rows);

    /** What one row is called; {@link Called#NOTHING} when there is none, or no id. */
    default Called called(String register, Id row) {
        return row == null ? Called.NOTHING : called(register, List.of(row)).getOrDefault(row, Called.NOTHING);
    }

    /**
     * What a row is called.
     *
     * @param code the code or number by which people know it, or null
     * @param name as its list shows it, or null: it has none, or none any more
     */
    record Called(String code, String name) {
        public static final Called NOTHING = new Called(null, null);
    }

    /** How what is named stands. */
    enum Standing {
        KEPT,
        /** It is archived, erased or out of use. */
        ENDED,
        /** There is none. */
        UNKNOWN,
        /** Nobody can tell: its list cannot be asked now, or is one of codes that the company has not begun. */
        UNLISTED
    }
}
