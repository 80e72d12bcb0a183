package org.stepwise.web.internal.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.Rejected;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Platform;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.RegisterExtension;
import org.stepwise.web.ValueType;

/** Tags on notes, as somebody else would add them. */
final class Tags implements RegisterExtension {
    static final String FORBIDDEN = "no such tag";

    private final Sql sql;
    private final Verbs verbs;
    private final Callers callers;
    private final String prefix;
    final List<String> entering = new CopyOnWriteArrayList<>();

    /** @param prefix what its names begin with */
    Tags(Platform platform, String prefix) {
        this.sql = platform.service(Sql.class);
        this.verbs = platform.service(Verbs.class);
        this.callers = platform.service(Callers.class);
        this.prefix = prefix;
    }

    @Override
    public String module() {
        return "notes";
    }

    private String name() {
        return prefix + "tag";
    }

    @Override
    public Addition addition(Description register) {
        var label = Column.of(name(), ValueType.TEXT, "label").sorted().called("Tag of it");
        return new Addition(
                List.of(label),
                List.of(Field.of(name(), ValueType.TEXT).atMost(20).called("Tag of it")),
                List.of(new Description.Verb("notes-shout", null, Map.of(), List.of())),
                new Beside("notes.tag", "note", Map.of(), List.of(label)));
    }

    @Override
    public Map<Id, Map<String, Object>> values(Description register, Collection<Id> rows) {
        var values = new HashMap<Id, Map<String, Object>>();
        sql.list(
                row -> values.put(new Id(row.getLong(1)), Map.of(name(), row.getString(2))),
                "SELECT note, label FROM notes.tag WHERE company = ? AND note IN (?)",
                callers.current().company(),
                new ArrayList<>(rows));
        return values;
    }

    @Override
    public void entering(Description register, Form entered) {
        entering.add(entered.text(name()));
    }

    @Override
    public void take(Row row, Form entered) {
        verbs.write("notes", "notes.note.change", () -> {
            if (FORBIDDEN.equals(entered.text(name()))) {
                throw new Rejected("notes.tag.forbidden", "this tag is not possible; choose another");
            }
            write(row.id(), entered.text(name()));
            return null;
        });
    }

    @Override
    public void act(Row row, String verb, Form entered) {
        var title = row.view().get().get("title").toString();
        verbs.write("notes", "notes.note.change", () -> {
            write(row.id(), title.toUpperCase(java.util.Locale.ROOT));
            return null;
        });
    }

    private void write(Id note, String label) {
        var company = callers.current().company();
        sql.write("DELETE FROM notes.tag WHERE company = ? AND note = ?", company, note);
        if (label != null) {
            sql.write("INSERT INTO notes.tag (company, note, label) VALUES (?, ?, ?)", company, note, label);
        }
    }
}
