package org.stepwise.input;

/** What is wrong with a value, in words that go on after the name of its field, such as "is missing". */
public final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unfit(String what) {
        super(what, null, false, false);
    }
}
