package org.stepwise.web.internal.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.RegisterExtension;
import org.stepwise.web.RegisterExtension.Addition;
import org.stepwise.web.RowSource;
import org.stepwise.web.internal.register.Extensions.Part;

/** A register with what other modules add to it, as it is for one caller at one moment. */
public final class ExtendedRegister implements Register {
    private static final String ID = "id";

    private final Register register;
    private final Description own;
    private final Description whole;
    private final List<Part> parts;
    private final ExtendedLines lines;
    private final Documents documents;
    private final Transactions transactions;
    private final Consumer<String> settle;

    /** @param settle waits until a module has taken in what was recorded just now */
    ExtendedRegister(
            Register register,
            List<Part> parts,
            Documents documents,
            Transactions transactions,
            Consumer<String> settle) {
        this.register = register;
        this.own = register.description();
        this.parts = parts;
        this.lines = new ExtendedLines(own.lines(), parts);
        this.documents = documents;
        this.transactions = transactions;
        this.settle = settle;
        this.whole = new Description(
                own.module(),
                own.plural(),
                own.read(),
                with(own.columns(), ExtendedRegister::columns),
                with(own.fields(), Addition::fields),
                lines.whole(),
                own.create(),
                own.change(),
                with(own.verbs().stream().map(this::asking).toList(), Addition::verbs));
    }

    private Description.Verb asking(Description.Verb verb) {
        return new Description.Verb(
                verb.name(), verb.permission(), verb.when(), with(verb.fields(), added -> asked(added, verb.name())));
    }

    private static List<Field> asked(Addition addition, String verb) {
        return addition.asked().getOrDefault(verb, List.of());
    }

    private <T> List<T> with(List<T> first, Function<Addition, List<T>> added) {
        return Stream.concat(first.stream(), parts.stream().flatMap(part -> added.apply(part.addition()).stream()))
                .toList();
    }

    private static List<Column> columns(Addition addition) {
        return addition.beside() != null
                ? addition.columns()
                : addition.columns().stream().map(Column::shown).toList();
    }

    /** Those whose bundles have the texts. */
    Stream<Object> speaking() {
        return Stream.concat(Stream.of(register), parts.stream().map(Part::extension));
    }

    @Override
    public Description description() {
        return whole;
    }

    @Override
    public Page list(ListQuery query) {
        List<Beside> beside = parts.stream()
                .map(part -> part.addition().beside())
                .filter(table -> table != null)
                .toList();
        var page = register.list(query.beside(beside));
        var ids = page.items().stream()
                .map(row -> row.get(ID))
                .filter(id -> id != null)
                .map(id -> Id.parse(id.toString()))
                .toList();
        var known = values(ids);
        List<Map<String, Object>> items = new ArrayList<>();
        for (var row : page.items()) {
            var more = new LinkedHashMap<>(row);
            var values = row.get(ID) == null
                    ? Map.<String, Object>of()
                    : known.get(Id.parse(row.get(ID).toString()));
            parts.forEach(part ->
                    part.addition().columns().forEach(column -> more.put(column.name(), values.get(column.name()))));
            items.add(more);
        }
        return new Page(items, page.next());
    }

    /** By row, every row asked for. */
    private Map<Id, Map<String, Object>> values(Collection<Id> rows) {
        var values = new HashMap<Id, Map<String, Object>>();
        rows.forEach(row -> values.put(row, new TreeMap<>()));
        parts.forEach(part -> part.extension().values(own, rows).forEach((row, more) -> values.get(row)
                .putAll(more)));
        return values;
    }

    @Override
    public Found find(Id id) {
        var found = register.find(id);
        var values = values(List.of(id)).get(id);
        var view = documents.plain(found);
        parts.forEach(part -> {
            part.addition().columns().forEach(column -> view.put(column.name(), values.get(column.name())));
            part.addition().fields().forEach(field -> view.put(field.name(), values.get(field.name())));
        });
        var known = lines.known(own, id);
        lines.show(view, known);
        return new Found(view, found.version(), tag(values, known));
    }

    private static String tag(Map<String, Object> values, Map<Integer, Map<String, Object>> lines) {
        return Integer.toHexString(lines.isEmpty() ? values.hashCode() : 31 * values.hashCode() + lines.hashCode());
    }

    @Override
    public Id create(Form form) {
        var entered = entered(form);
        var takers = lines.takers(form, false);
        if (entered.isEmpty() && takers.isEmpty()) {
            return register.create(form);
        }
        var made = transactions.call(() -> {
            entering(entered, takers, form);
            var id = whole(() -> register.create(form), entered, form);
            entered.forEach(extension -> extension.take(row(id), form));
            takeLines(takers, id, List.of(), form);
            return id;
        });
        settle.accept(own.module());
        return made;
    }

    private void entering(List<RegisterExtension> entered, List<Part> takers, Form form) {
        Stream.concat(entered.stream(), takers.stream().map(Part::extension))
                .distinct()
                .forEach(extension -> extension.entering(own, form));
    }

    private void takeLines(List<Part> takers, Id id, List<Map<String, Object>> before, Form form) {
        if (!takers.isEmpty()) {
            // What was written in this very transaction may not be in its tables yet.
            transactions.flush();
            lines.take(takers, row(id), before, form);
        }
    }

    @Override
    public void change(Id id, long version, Form form) {
        change(id, version, null, form);
    }

    /** @param beside what the caller saw of the extensions, or null for who did not look */
    public void change(Id id, long version, String beside, Form form) {
        var entered = entered(form);
        var takers = lines.takers(form, true);
        if (entered.isEmpty() && takers.isEmpty()) {
            register.change(id, version, form);
            return;
        }
        transactions.run(() -> {
            entering(entered, takers, form);
            List<Map<String, Object>> before = takers.isEmpty() ? List.of() : lines.now(row(id));
            whole(
                    () -> {
                        register.change(id, version, form);
                        return id;
                    },
                    entered,
                    form);
            // Behind the register's own check, which waits for who changes the row at this moment.
            requireSeen(id, beside);
            entered.forEach(extension -> extension.take(row(id), form));
            takeLines(takers, id, before, form);
        });
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        act(id, verb, version, null, form);
    }

    /** @param beside as in {@link #change(Id, long, String, Form)} */
    public void act(Id id, String verb, long version, String beside, Form form) {
        var part = parts.stream().filter(each -> each.has(verb)).findFirst();
        if (part.isEmpty()) {
            actAsked(id, verb, version, beside, form);
            return;
        }
        transactions.run(() -> {
            var seen = register.find(id);
            if (version != -1 && seen.version() != version) {
                throw changed(id);
            }
            requireSeen(id, beside);
            part.get().extension().act(row(id), verb, form);
        });
    }

    /** A verb of the register's own, with what extensions ask there. */
    private void actAsked(Id id, String verb, long version, String beside, Form form) {
        var entered = entered(form, addition -> asked(addition, verb));
        if (entered.isEmpty()) {
            register.act(id, verb, version, form);
            return;
        }
        transactions.run(() -> {
            entered.forEach(extension -> extension.acting(row(id), verb, form));
            register.act(id, verb, version, form);
            requireSeen(id, beside);
            entered.forEach(extension -> extension.acted(row(id), verb, form));
        });
        settle.accept(own.module());
    }

    private void requireSeen(Id id, String beside) {
        if (beside != null && !beside.equals(tag(values(List.of(id)).get(id), lines.known(own, id)))) {
            throw changed(id);
        }
    }

    private Conflict changed(Id id) {
        return new Conflict(
                "erp.data.changed-meanwhile",
                id + " of " + own.name() + " was changed by somebody else; read it again and repeat your change");
    }

    private List<RegisterExtension> entered(Form form) {
        return entered(form, Addition::fields);
    }

    private List<RegisterExtension> entered(Form form, Function<Addition, List<Field>> fields) {
        return parts.stream()
                .filter(part -> fields.apply(part.addition()).stream().anyMatch(field -> form.has(field.name())))
                .map(Part::extension)
                .toList();
    }

    /** What the register finds wrong is told together with what extensions do. */
    private Id whole(Supplier<Id> work, List<RegisterExtension> entered, Form form) {
        try {
            return work.get();
        } catch (Rejected refused) {
            var wrong = new LinkedHashMap<>(refused.fields());
            if (!wrong.isEmpty()) {
                entered.forEach(extension -> extension.faults(own, form).forEach(wrong::putIfAbsent));
            }
            throw wrong.size() == refused.fields().size()
                    ? refused
                    : new Rejected(refused.code(), refused.getMessage(), wrong);
        }
    }

    @Override
    public RowSource source() {
        return register.source();
    }

    @Override
    public Map<String, String> faults(Id row, String verb, Form form) {
        var wrong = new LinkedHashMap<>(register.faults(row, verb, form));
        var asked = verb == null
                ? entered(form)
                : parts.stream()
                        .filter(part -> part.has(verb))
                        .map(Part::extension)
                        .toList();
        asked.forEach(extension -> extension.faults(own, form).forEach(wrong::putIfAbsent));
        return wrong;
    }

    private RegisterExtension.Row row(Id id) {
        return new RegisterExtension.Row(own, id, () -> documents.plain(register.find(id)));
    }
}
