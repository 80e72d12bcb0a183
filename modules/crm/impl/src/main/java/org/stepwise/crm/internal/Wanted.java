package org.stepwise.crm.internal;

import org.stepwise.input.Input;

/** Checks what somebody wants recorded, before it becomes a fact that nobody can take back. */
public final class Wanted {
    public static final Input INPUT = new Input("crm");

    private Wanted() {}
}
