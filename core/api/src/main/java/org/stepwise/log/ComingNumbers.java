package org.stepwise.log;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * The numbers of documents that verbs are issuing at this moment. A number is given after the commit, and shown once
 * the module has noted it; who issues the document says so before, so that nobody has to look for it.
 */
@ProviderType
public interface ComingNumbers {
    /**
     * Does a verb that issues a document, and waits a moment until its module has noted the number. Inside a
     * transaction of somebody else nothing is waited for: nothing can follow yet, and its locks would be held.
     *
     * @param verb answers null where it has issued nothing: nothing is waited for then
     * @param numbered makes of the verb's answer the one with the number, which is null where it takes too long;
     *     whoever looks at the document next finds it there too
     */
    <T> T issue(String module, Id document, Supplier<T> verb, BiFunction<T, String, T> numbered);

    /** As {@link #issue}, of a document that the verb has issued without knowing its id before. */
    void await(String module, Id document);

    /** Whether this very thread is issuing the document: then it is not committed, and nobody has numbered it. */
    boolean issuedHere(Id document);

    /** Whether somebody waits here for the number of the document. */
    boolean awaited(Id document);

    /** The module shows a number, for everybody to see. */
    void noted(String module, Id document, String number);
}
