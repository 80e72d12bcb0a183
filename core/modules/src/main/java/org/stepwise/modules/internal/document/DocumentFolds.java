package org.stepwise.modules.internal.document;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.stepwise.data.Id;
import org.stepwise.document.Folds;
import org.stepwise.log.Handlers;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.log.event.Event;
import org.stepwise.modules.internal.document.DocumentRows.Key;
import org.stepwise.modules.internal.document.DocumentRows.Stored;

/** The handlers of a projection that fold events into documents, each keyed by the documents that it changes. */
final class DocumentFolds<D extends Record> implements Folds<D> {
    private final DocumentLayout<D> layout;
    private final Handlers on;
    private final DocumentDesks desks;
    private final Supplier<DocumentMemory<D>> memory;

    DocumentFolds(DocumentLayout<D> layout, Handlers on, DocumentDesks desks, Supplier<DocumentMemory<D>> memory) {
        this.layout = layout;
        this.on = on;
        this.desks = desks;
        this.memory = memory;
        if (layout.number() != null) {
            on.apply(DocumentNumbered.class, fact -> List.of(fact.document()), this::number);
        }
    }

    private void number(Recorded<DocumentNumbered> recorded) {
        var fact = recorded.event();
        if (fact.series().equals(layout.series())) {
            memory.get().numbered(new Key(recorded.company(), fact.document()), fact.number());
            desks.numbered(layout.module(), fact);
        }
    }

    @Override
    public <E extends Event> Folds<D> begin(Class<E> type, Function<E, Id> document, Function<Recorded<E>, D> begun) {
        on.apply(type, fact -> ids(document.apply(fact)), recorded -> memory.get()
                .begin(new Key(recorded.company(), document.apply(recorded.event())), begun.apply(recorded)));
        return this;
    }

    @Override
    public <E extends Event> Folds<D> fold(
            Class<E> type, Function<E, Id> document, BiFunction<D, Recorded<E>, D> change) {
        return foldEach(type, fact -> ids(document.apply(fact)), change);
    }

    private static List<Id> ids(Id one) {
        return one == null ? List.of() : List.of(one);
    }

    @Override
    public <E extends Event> Folds<D> foldEach(
            Class<E> type, Function<E, ? extends Collection<Id>> documents, BiFunction<D, Recorded<E>, D> change) {
        return foldAny(type, documents, (before, recorded) -> {
            if (before == null) {
                throw new IllegalStateException("what is said here of a %s is about none that there is: %s"
                        .formatted(layout.name().words(), documents.apply(recorded.event())));
            }
            return change.apply(before, recorded);
        });
    }

    @Override
    public <E extends Event> Folds<D> foldAny(
            Class<E> type, Function<E, ? extends Collection<Id>> documents, BiFunction<D, Recorded<E>, D> change) {
        on.apply(type, documents, recorded -> documents.apply(recorded.event()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> change(new Key(recorded.company(), id), recorded, change)));
        return this;
    }

    private <E extends Event> void change(Key key, Recorded<E> recorded, BiFunction<D, Recorded<E>, D> change) {
        var documents = memory.get();
        documents.change(key, change.apply(documents.lock(key).map(Stored::now).orElse(null), recorded));
    }
}
