package org.stepwise.attributes;

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
     * attributes.value.invalid} and the values at fault.
     */
    void set(String register, Id row, Map<String, String> values);

    /** As {@link #set}, for a row that the work creates: so that what is required is there when it is asked for. */
    Id with(String register, Map<String, String> values, Supplier<Id> work);
}
