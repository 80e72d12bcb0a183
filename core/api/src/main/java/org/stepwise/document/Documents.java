package org.stepwise.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;

/**
 * The documents of one kind. Verbs read those of the calling company and decide on them; who asks has a permission of
 * his own. They are written by their facts alone ({@link #folds}), in the verb that records one as in catch-up, and a
 * transaction finds them as it has changed them.
 */
@ProviderType
public interface Documents<D extends Record> {
    Optional<Kept<D>> find(Id id);

    /** Refuses with {@code <module>.<one>.unknown}. */
    Kept<D> get(Id id);

    /**
     * To decide upon: nobody else changes it until this transaction ends. Refuses with {@code
     * <module>.<one>.changed-meanwhile} when it is not as the caller saw it.
     *
     * @param version the one seen, -1 to skip the check
     */
    Kept<D> lock(Id id, long version);

    /** As {@link #lock(Id, long)}, whatever changed meanwhile. */
    default Kept<D> lock(Id id) {
        return lock(id, -1);
    }

    /** Those whose component, a {@link org.stepwise.input.field.Ref}, names one of these; in the order of their ids. */
    List<Kept<D>> naming(String component, Collection<Id> named);

    /** Takes the facts of these documents, for a projection of the module. */
    Folds<D> folds(Handlers on);

    /** As a subscription of the module finds it, nobody else changes it until its transaction ends. */
    Optional<D> held(Id company, Id id);

    /**
     * Changes one, for a reaction that alone writes these documents: what they are is made of what it was.
     *
     * @param change gets null where there is none, and gives null where there is to be none
     */
    void fold(Id company, Id id, UnaryOperator<D> change);

    /** Writes what was changed so far, for statements of the module that meet it. */
    void flush();

    /** List, look-up and lines of these documents, to which the register adds its verbs. */
    Sheet sheet(Reader reader);

    /** One as it stands. */
    record Kept<D extends Record>(Id id, D now, long version) {}
}
