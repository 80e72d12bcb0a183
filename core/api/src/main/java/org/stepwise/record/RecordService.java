package org.stepwise.record;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.input.Part;

/** The described records of all modules. */
@ProviderType
public interface RecordService {
    /** Those of one kind; refuses a class that is not {@link Described}. */
    <T extends Record> Records<T> of(Class<T> described);

    /**
     * What is wrong with naming this row or code anew, as {@link org.stepwise.input.field.Ref} or {@link
     * org.stepwise.input.field.CodeOf} say what it is: that there is no such record, or that it is archived. Nothing is
     * wrong with what names no described record, or the code of a list that the company has not begun.
     */
    default Optional<String> complaint(Part part, Object named) {
        return Optional.ofNullable(find(part, named).complaint());
    }

    /** How a record stands that is named. */
    Named find(Part part, Object named);

    /** @param complaint why nothing new names it, null when something may */
    record Named(Standing standing, String complaint) {}

    /** How a record stands that is named. */
    enum Standing {
        KEPT,
        ARCHIVED,
        /** There is no such record. */
        UNKNOWN,
        /** The company has not begun a list of such records, or nothing describes them. */
        UNLISTED
    }
}
