package org.stepwise.accounting.internal;

import org.stepwise.input.Input;

/** Checks what somebody wants recorded, before it becomes a fact that nobody can take back. */
public final class Wanted {
    public static final Input INPUT = new Input("accounting");

    private Wanted() {}
}
