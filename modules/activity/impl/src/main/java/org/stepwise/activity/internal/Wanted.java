package org.stepwise.activity.internal;

import org.stepwise.input.Input;

/** Checks of what is entered. */
public final class Wanted {
    public static final Input INPUT = new Input(ActivityModule.NAME);

    private Wanted() {}
}
