package org.stepwise.document;

import java.util.function.Consumer;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;

/** A projection that writes documents of one kind and nothing else; a component extends it and says how. */
public abstract class DocumentProjection<D extends Record> implements Projection {
    private final String name;
    private final Documents<D> documents;
    private final Consumer<Folds<D>> folds;

    /** @param name of the subscription, such as {@code rental.rentals}; never changed */
    protected DocumentProjection(String name, Documents<D> documents, Consumer<Folds<D>> folds) {
        this.name = name;
        this.documents = documents;
        this.folds = folds;
    }

    @Override
    public final String module() {
        return name.substring(0, name.indexOf('.'));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void define(Handlers on) {
        folds.accept(documents.folds(on));
    }
}
