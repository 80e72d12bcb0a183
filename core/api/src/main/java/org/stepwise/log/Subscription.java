package org.stepwise.log;

/** A part of a module that reads the log from its start, in order, with a position of its own for each company. */
public sealed interface Subscription permits Projection, Reaction {
    /** Such as {@code warehouse}. */
    String module();

    /** Unique and stable, such as {@code warehouse.valuation}. */
    String name();

    /** Says which events it takes and by which keys their order matters; called once. */
    void define(Handlers on);
}
