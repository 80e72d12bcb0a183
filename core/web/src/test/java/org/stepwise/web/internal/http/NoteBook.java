package org.stepwise.web.internal.http;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.security.PermissionSet;
import org.stepwise.testkit.Platform;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** A module as small as one can be: notes that are made, changed and closed. */
final class NoteBook implements Register, ModuleContext, PermissionSet {
    static final String READ = "notes.note.read";
    static final String CREATE = "notes.note.create";
    static final String FORBIDDEN_TITLE = "forbidden";

    private static final List<Column> COLUMNS = List.of(
            Column.of("title", ValueType.TEXT, "title").sorted(),
            Column.of("amount", ValueType.AMOUNT, "amount").sorted(),
            Column.of("dueDate", ValueType.DATE, "due_date"),
            Column.choice("status", "status", "OPEN", "CLOSED"));
    private static final TableList NOTES = new TableList("notes.note", "id", COLUMNS);

    /** What happens once a note has been made. */
    volatile Runnable afterCreated = () -> {};

    private final AtomicInteger effects = new AtomicInteger();
    private final Verbs verbs;
    private final Transactions transactions;
    private final Ids ids;
    private final Lists lists;
    private final Callers callers;

    NoteBook(Platform platform) {
        this.verbs = platform.service(Verbs.class);
        this.transactions = platform.service(Transactions.class);
        this.ids = platform.service(Ids.class);
        this.lists = platform.service(Lists.class);
        this.callers = platform.service(Callers.class);
    }

    /** How often a verb began, those rolled back included. */
    int effects() {
        return effects.get();
    }

    @Override
    public String module() {
        return "notes";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                READ,
                "See notes",
                CREATE,
                "Make notes",
                "notes.note.change",
                "Change notes",
                "notes.note.close",
                "Close notes");
    }

    @Override
    public String schema() {
        return "notes";
    }

    @Override
    public Description description() {
        return new Description(
                "notes",
                "notes",
                "notes.note.read",
                COLUMNS,
                List.of(
                        Field.of("title", ValueType.TEXT).must().atMost(40),
                        Field.of("amount", ValueType.AMOUNT),
                        Field.of("dueDate", ValueType.DATE)),
                null,
                "notes.note.create",
                "notes.note.change",
                List.of(new Description.Verb(
                        "close", "notes.note.close", Map.of("status", List.of("OPEN")), List.of())));
    }

    @Override
    public Page list(ListQuery query) {
        return verbs.read("notes", "notes.note.read", () -> lists.page(NOTES, company(), query));
    }

    @Override
    public Found find(Id id) {
        return verbs.read("notes", "notes.note.read", () -> {
            try (var connection = transactions.connection();
                    var statement = connection.prepareStatement("SELECT title, amount, due_date, status, version"
                            + " FROM notes.note WHERE company = ? AND id = ?")) {
                statement.setLong(1, company().value());
                statement.setLong(2, id.value());
                try (var row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new NotFound("notes.note.unknown", "there is no note " + id);
                    }
                    var view = new LinkedHashMap<String, Object>();
                    view.put("title", row.getString(1));
                    view.put("amount", row.getBigDecimal(2));
                    var due = row.getDate(3);
                    view.put("dueDate", due == null ? null : due.toLocalDate());
                    view.put("status", row.getString(4));
                    return new Found(view, row.getLong(5));
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Override
    public Id create(Form form) {
        return verbs.write("notes", "notes.note.create", () -> {
            effects.incrementAndGet();
            if (FORBIDDEN_TITLE.equals(form.text("title"))) {
                throw new Rejected("notes.note.forbidden", "this title is not possible; choose another");
            }
            var id = ids.next();
            transactions.afterCommit(afterCreated);
            update(
                    "INSERT INTO notes.note (company, id, version, title, amount, due_date, status)"
                            + " VALUES (?, ?, 1, ?, ?, ?, 'OPEN')",
                    statement -> {
                        statement.setLong(1, company().value());
                        statement.setLong(2, id.value());
                        fill(statement, 3, form);
                    });
            return id;
        });
    }

    @Override
    public void change(Id id, long version, Form form) {
        verbs.write("notes", "notes.note.change", () -> {
            var sql = "UPDATE notes.note SET title = ?, amount = ?, due_date = ?, version = version + 1"
                    + " WHERE company = ? AND id = ? AND version = ?";
            var changed = update(sql, statement -> {
                fill(statement, 1, form);
                statement.setLong(4, company().value());
                statement.setLong(5, id.value());
                statement.setLong(6, version);
            });
            if (changed == 0) {
                throw new Conflict("erp.data.changed-meanwhile", "somebody else changed it; read it again");
            }
            return id;
        });
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        verbs.write("notes", "notes.note." + verb, () -> {
            effects.incrementAndGet();
            var sql = "UPDATE notes.note SET status = 'CLOSED', version = version + 1"
                    + " WHERE company = ? AND id = ? AND status = 'OPEN'";
            var closed = update(sql, statement -> {
                statement.setLong(1, company().value());
                statement.setLong(2, id.value());
            });
            if (closed == 0) {
                throw new Rejected("notes.note.not-open", "the note is closed already");
            }
            return id;
        });
    }

    private Id company() {
        return callers.current().company();
    }

    private static void fill(PreparedStatement statement, int first, Form form) throws SQLException {
        statement.setString(first, form.text("title"));
        statement.setBigDecimal(first + 1, form.decimal("amount"));
        statement.setDate(first + 2, form.day("dueDate") == null ? null : Date.valueOf(form.day("dueDate")));
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Filling filling) {
        try (var connection = transactions.connection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
