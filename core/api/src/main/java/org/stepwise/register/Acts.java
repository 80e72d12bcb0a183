package org.stepwise.register;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stepwise.data.Id;
import org.stepwise.input.Faults;
import org.stepwise.input.Naming;
import org.stepwise.input.Shape;
import org.stepwise.register.Sheet.Verb;
import org.stepwise.web.Form;

/** What can be done with the rows of a sheet, each made of the form that was filled in. */
final class Acts {
    private Acts() {}

    record Creating<T extends Record>(String permission, Shape<T> shape, Function<T, Id> verb) {
        Id create(Form form) {
            return verb.apply(Filled.in(shape, form, null));
        }
    }

    record Changing<T extends Record>(String permission, Shape<T> shape, Function<Id, T> known, Verb<T> verb) {
        void change(Id id, long version, Form form) {
            verb.act(id, version, Filled.in(shape, form, () -> known.apply(id)));
        }

        void faults(Id id, Form form, Naming naming, Map<String, String> wrong) {
            var stands = known.apply(id);
            Faults.in(Filled.in(shape, form, () -> stands), stands, naming, wrong);
        }
    }

    record Act<T extends Record>(String permission, Map<String, List<String>> when, Shape<T> shape, Verb<T> verb) {
        void act(Id id, long version, Form form) {
            verb.act(id, version, Filled.in(shape, form, null));
        }
    }
}
