package org.stepwise.document;

import org.osgi.annotation.versioning.ProviderType;

/** The described documents of a module, for its own bundles alone. */
@ProviderType
public interface DocumentService {
    /** Those of one kind; refuses a class that is no {@link Document}, or is one of another module. */
    <D extends Record> Documents<D> of(Class<D> described);
}
