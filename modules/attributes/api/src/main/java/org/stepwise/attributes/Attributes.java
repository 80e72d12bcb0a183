package org.stepwise.attributes;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** Values of attributes, for modules and programs that do not come by a form. */
@ProviderType
public interface Attributes {

    /**
     * Records values as texts, by names without prefix: {@code 12.5}, {@code 2026-03-02}, {@code true}, an id; an empty
     * text empties. What is not named stays; what does not change is not recorded. Refuses with {@code
     * attributes.input.invalid} and the values at fault.
     */
    void set(String register, Id row, Map<String, String> values);

    /**
     * As {@link #set}, for lines of a document, by their numbers; refuses with {@code attributes.line.unknown} too. Who
     * changes the lines of a draft through the service of its module says here what they have afterwards: only forms
     * can tell which line has become which.
     */
    void setLines(String register, Id row, Map<Integer, Map<String, String>> lines);

    /** As {@link #set}, for a row that the work creates: so that what is required is there when it is asked for. */
    default Id with(String register, Map<String, String> values, Supplier<Id> work) {
        return with(register, values, List.of(), work);
    }

    /** The same, and {@link #setLines} for its lines, in their order. */
    Id with(String register, Map<String, String> values, List<Map<String, String>> lines, Supplier<Id> work);
}
