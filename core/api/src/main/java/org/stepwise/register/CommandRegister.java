package org.stepwise.register;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.web.Description;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.RowSource;

/**
 * A register that is its description. A component extends it and names in its constructor what it needs, so that it
 * goes down with the service whose verbs it offers.
 */
public abstract class CommandRegister implements Register {
    private final Sheet sheet;

    protected CommandRegister(Sheet sheet) {
        this.sheet = sheet;
        // What cannot be described is to fail now.
        sheet.description();
    }

    @Override
    public final Description description() {
        return sheet.description();
    }

    @Override
    public final List<Class<?>> moreTexts() {
        return sheet.speaking();
    }

    @Override
    public final Page list(ListQuery query) {
        return sheet.page(query);
    }

    @Override
    public final Found find(Id id) {
        return sheet.finding.apply(id);
    }

    @Override
    public final Map<String, Type> shown() {
        return sheet.shown();
    }

    @Override
    public final RowSource source() {
        return sheet.source();
    }

    @Override
    public final Map<String, String> faults(Id row, String verb, Form form) {
        return sheet.faults(row, verb, form);
    }

    @Override
    public final Id create(Form form) {
        return sheet.acts.creating == null ? Register.super.create(form) : sheet.acts.creating.create(form);
    }

    @Override
    public final void change(Id id, long version, Form form) {
        if (sheet.acts.changing == null) {
            Register.super.change(id, version, form);
        } else {
            sheet.acts.changing.change(id, version, form);
        }
    }

    @Override
    public final void act(Id id, String verb, long version, Form form) {
        var act = sheet.acts.verbs.get(verb);
        if (act == null) {
            Register.super.act(id, verb, version, form);
        } else {
            act.act(id, version, form);
        }
    }
}
