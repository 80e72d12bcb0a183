package org.stepwise.document;

import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.Event;

/**
 * Takes how facts change the documents of one kind: pure functions of what a document was and of the event, in the
 * verb, in catch-up and in a rebuild alike. They read nothing else: facts about different documents may come in any
 * order.
 */
@ProviderType
public interface Folds<D extends Record> {

    /** The fact makes a document. */
    <E extends Event> Folds<D> begin(Class<E> type, Function<E, Id> document, Function<Recorded<E>, D> begun);

    /**
     * The fact changes a document, which is there before.
     *
     * @param document null where the fact is about none of these
     */
    <E extends Event> Folds<D> fold(Class<E> type, Function<E, Id> document, BiFunction<D, Recorded<E>, D> change);

    /** The fact changes several documents, which are there before. */
    <E extends Event> Folds<D> foldEach(
            Class<E> type, Function<E, ? extends Collection<Id>> documents, BiFunction<D, Recorded<E>, D> change);

    /**
     * The fact is about any number of documents, whether they are there or not.
     *
     * @param change gets null for a document that is not there, and gives null for one that is to be none
     */
    <E extends Event> Folds<D> foldAny(
            Class<E> type, Function<E, ? extends Collection<Id>> documents, BiFunction<D, Recorded<E>, D> change);
}
