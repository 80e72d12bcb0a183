package org.stepwise.record;

import org.osgi.annotation.versioning.ProviderType;

/** The described records of all modules. */
@ProviderType
public interface RecordService {
    /** Those of one kind; refuses a class that is not {@link Described}. */
    <T extends Record> Records<T> of(Class<T> described);
}
