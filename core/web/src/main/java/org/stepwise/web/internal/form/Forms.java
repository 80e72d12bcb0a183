package org.stepwise.web.internal.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.module.Verbs;
import org.stepwise.web.Description;
import org.stepwise.web.Form;
import org.stepwise.web.Register;

/**
 * Reads what was entered for a register, whichever door it came through. Where anything is wrong, the module is asked
 * first whether it is on and the caller whether he may, as the verb itself would; then all that is wrong is told
 * together, what is named and rules across fields included.
 */
@Component(service = Forms.class)
public final class Forms {
    private final Verbs verbs;

    @Activate
    public Forms(@Reference Verbs verbs) {
        this.verbs = verbs;
    }

    public Form create(Register register, JsonNode entered) {
        var form = read(register, entered);
        return sound(register, register.description().create(), form, () -> register.faults(null, null, form));
    }

    /** The form of something new with all its faults, for who reads many before he refuses them. */
    public Form read(Register register, JsonNode entered) {
        return FormReader.created(register.description(), entered);
    }

    /** All that is wrong with the form of something new. */
    public Map<String, String> faults(Register register, Form form) {
        var description = register.description();
        return verbs.write(description.module(), description.create(), () -> register.faults(null, null, form));
    }

    public Form change(Register register, Id row, JsonNode entered) {
        var form = FormReader.changed(register.description(), entered);
        return sound(register, register.description().change(), form, () -> register.faults(row, null, form));
    }

    public Form act(Register register, Id row, Description.Verb verb, JsonNode entered) {
        var form = FormReader.acted(verb, entered);
        return sound(register, verb.permission(), form, () -> register.faults(row, verb.name(), form));
    }

    private interface Faults {
        Map<String, String> all();
    }

    private Form sound(Register register, String permission, Form form, Faults faults) {
        if (form.faults().isEmpty()) {
            return form;
        }
        return verbs.write(register.description().module(), permission, () -> {
            throw FormReader.refused(faults.all());
        });
    }
}
