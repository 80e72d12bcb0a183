package org.stepwise.modules.internal.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Transactions;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.modules.internal.document.DocumentRows.Key;
import org.stepwise.modules.internal.document.DocumentRows.LineKey;
import org.stepwise.modules.internal.document.DocumentRows.Row;
import org.stepwise.modules.internal.document.DocumentRows.Stored;
import org.stepwise.modules.internal.kept.KeptColumn;

/**
 * The documents of one kind that a transaction has locked or begun: read once, changed in memory, written in batches.
 * Numbers are written apart, for they may come before or after anything else.
 */
final class DocumentMemory<D extends Record> implements Transactions.Pending {
    private final DocumentRows<D> rows;
    private final DocumentLayout<D> layout;
    private final Rows<Key, Row<D>> heads;
    private final Rows<LineKey, Row<Record>> lines;
    private final Map<Key, Optional<Stored<D>>> held = new HashMap<>();
    private final Set<Key> begun = new LinkedHashSet<>();
    private final Map<Key, String> numbers = new LinkedHashMap<>();
    private final boolean mayBeEarly;

    /** @param mayBeEarly whether numbers may be there before the documents that are begun here */
    DocumentMemory(DocumentRows<D> rows, boolean mayBeEarly) {
        this.rows = rows;
        this.layout = rows.layout();
        this.heads = new Rows<>(rows.sql(), rows.headTable());
        this.lines = new Rows<>(rows.sql(), rows.lineTable());
        this.mayBeEarly = mayBeEarly;
    }

    /** What is known of it here; null when it was not asked for. */
    Optional<Stored<D>> known(Key key) {
        return held.get(key);
    }

    /** Locked, if it is there. */
    Optional<Stored<D>> lock(Key key) {
        var known = held.get(key);
        if (known == null) {
            known = rows.lock(key);
            known.ifPresent(stored -> remember(key, stored));
            held.put(key, known);
        }
        return known;
    }

    private void remember(Key key, Stored<D> stored) {
        heads.found(List.of(key), Map.of(key, new Row<>(headOf(stored.now()), stored.version(), person(stored.now()))));
        var found = new LinkedHashMap<LineKey, Row<Record>>();
        var stands = linesOf(stored.now());
        for (int i = 0; i < stands.size(); i++) {
            found.put(key.line(i + 1), new Row<>(stands.get(i), 0, person(stored.now())));
        }
        lines.found(found.keySet(), found);
    }

    /** New, as far as anybody knows: the database refuses what is there already. */
    void begin(Key key, D now) {
        put(key, null, fit(now));
    }

    /** @param now null: it is none any more */
    void change(Key key, D now) {
        var before = lock(key).orElse(null);
        if (now == null) {
            remove(key, before);
            return;
        }
        var fit = fit(now);
        if (before == null || !fit.equals(before.now())) {
            put(key, before, fit);
        }
    }

    private void put(Key key, Stored<D> before, D now) {
        var version = before == null ? 0 : before.version() + 1;
        if (before == null) {
            begun.add(key);
        }
        heads.put(key, new Row<>(headOf(now), version, person(now)));
        var wanted = linesOf(now);
        for (int i = 0; i < wanted.size(); i++) {
            lines.put(key.line(i + 1), new Row<>(wanted.get(i), 0, person(now)));
        }
        dropLines(key, wanted.size(), before);
        for (var part : layout.spoken()) {
            var text = (String) part.of(now);
            rows.collation().keep(layout.called(part), key.company(), key.id(), text, heads::write);
        }
        held.put(key, Optional.of(new Stored<>(now, version, before == null ? numbers.get(key) : before.number())));
    }

    private void remove(Key key, Stored<D> before) {
        if (before != null) {
            heads.remove(key);
            dropLines(key, 0, before);
            begun.remove(key);
            held.put(key, Optional.empty());
        }
    }

    private void dropLines(Key key, int from, Stored<D> before) {
        for (int i = from; before != null && i < linesOf(before.now()).size(); i++) {
            lines.remove(key.line(i + 1));
        }
    }

    /** To be noted when what it belongs to is there. */
    void numbered(Key key, String number) {
        numbers.put(key, number);
        var known = held.get(key);
        if (known != null) {
            held.put(key, known.map(stored -> new Stored<>(stored.now(), stored.version(), number)));
        }
    }

    private List<Record> linesOf(D document) {
        @SuppressWarnings("unchecked")
        var stands =
                layout.lines() == null ? null : (List<Record>) layout.lines().of(document);
        return stands == null ? List.of() : stands;
    }

    /** So that heads are compared without their lines, which have rows of their own. */
    private D headOf(D document) {
        return layout.lines() == null
                ? document
                : layout.shape().make(part -> part.equals(layout.lines()) ? List.of() : part.of(document));
    }

    private Id person(D document) {
        return layout.tellsOfPeople() ? ((AboutPerson) document).person() : null;
    }

    /** As it would be read again: numbers in their decimals, no number of the document. */
    private D fit(D document) {
        return layout.shape().make(part -> {
            if (part.equals(layout.number())) {
                return null;
            }
            return part.equals(layout.lines())
                    ? linesOf(document).stream()
                            .map(line -> fit(part.lines(), line))
                            .toList()
                    : fit(part, part.of(document));
        });
    }

    private static Record fit(Shape<?> shape, Record line) {
        return shape.make(part -> fit(part, part.of(line)));
    }

    private static Object fit(Part part, Object value) {
        return value instanceof BigDecimal number
                ? number.setScale(KeptColumn.decimals(part), RoundingMode.HALF_UP)
                : value;
    }

    @Override
    public void write() {
        heads.write();
        lines.write();
        if (layout.number() != null) {
            takeEarly();
            writeNumbers();
        }
        begun.clear();
    }

    /** As a rule none is: to ask for all takes less than to ask for each. */
    private void takeEarly() {
        if (mayBeEarly) {
            begun.stream().map(Key::company).distinct().forEach(this::takeEarly);
        }
    }

    private void takeEarly(Id company) {
        var early = new ArrayList<Object[]>();
        rows
                .sql()
                .list(
                        row -> new Early(new Key(company, new Id(row.getLong(1))), row.getString(2)),
                        "SELECT document, number FROM " + layout.earlyTable() + " WHERE company = ?",
                        company)
                .stream()
                .filter(waiting -> begun.contains(waiting.key))
                .forEach(waiting -> {
                    numbers.putIfAbsent(waiting.key, waiting.number);
                    early.add(new Object[] {company, waiting.key.id()});
                });
        rows.sql().batch("DELETE FROM " + layout.earlyTable() + " WHERE company = ? AND document = ?", early);
    }

    private record Early(Key key, String number) {}

    private void writeNumbers() {
        var keys = List.copyOf(numbers.keySet());
        var written = rows.sql()
                .batch(
                        "UPDATE " + layout.table() + " SET number = ? WHERE company = ? AND id = ?",
                        keys.stream()
                                .map(key -> new Object[] {numbers.get(key), key.company(), key.id()})
                                .toList());
        var early = new ArrayList<Object[]>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                var key = keys.get(i);
                early.add(new Object[] {key.company(), key.id(), numbers.get(key)});
            }
        }
        rows.sql().batch("INSERT INTO " + layout.earlyTable() + " (company, document, number) VALUES (?, ?, ?)", early);
        numbers.clear();
    }

    /** What is shown of it: with its number. */
    D shown(Stored<D> stored) {
        return layout.number() == null || Objects.isNull(stored.number())
                ? stored.now()
                : layout.shape().make(part -> part.equals(layout.number()) ? stored.number() : part.of(stored.now()));
    }
}
