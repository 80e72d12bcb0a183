package org.stepwise.accounting.internal.register;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.data.Id;
import org.stepwise.web.Description;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/** A register with choices that come and go with the bundles that declare them: it is as they are now. */
abstract class OpenChoices implements Register {
    private final Purposes purposes;
    private final Supplier<List<String>> choices;
    private final Function<List<String>, Register> making;
    private volatile Made made = new Made(null, null);

    private record Made(Register register, List<String> of) {}

    /**
     * @param choices those there are
     * @param making the register with them
     */
    OpenChoices(Purposes purposes, Supplier<List<String>> choices, Function<List<String>, Register> making) {
        this.purposes = purposes;
        this.choices = choices;
        this.making = making;
    }

    /** The choices of the module's own, and those that others bring. */
    static String[] with(List<String> own, List<String> others) {
        return Stream.concat(own.stream(), others.stream()).distinct().toArray(String[]::new);
    }

    private Register now() {
        var there = choices.get();
        var known = made;
        if (!there.equals(known.of())) {
            known = new Made(making.apply(there), there);
            made = known;
        }
        return known.register();
    }

    @Override
    public Description description() {
        return now().description();
    }

    /** Who declares a choice says what it is called. */
    @Override
    public List<Class<?>> moreTexts() {
        return purposes.classes();
    }

    @Override
    public Page list(ListQuery query) {
        return now().list(query);
    }

    @Override
    public Found find(Id id) {
        return now().find(id);
    }

    @Override
    public Id create(Form form) {
        return now().create(form);
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        now().act(id, verb, version, form);
    }
}
