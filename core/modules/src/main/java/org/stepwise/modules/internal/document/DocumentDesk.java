package org.stepwise.modules.internal.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stepwise.data.Id;
import org.stepwise.document.Documents;
import org.stepwise.document.Folds;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.log.Handlers;
import org.stepwise.modules.internal.document.DocumentRows.Key;
import org.stepwise.modules.internal.document.DocumentRows.Stored;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Found;

/** Finds the documents of one kind, and keeps what their facts make of them. */
final class DocumentDesk<D extends Record> implements Documents<D> {
    private final DocumentLayout<D> layout;
    private final DocumentRows<D> rows;
    private final DocumentDesks desks;

    DocumentDesk(DocumentLayout<D> layout, DocumentDesks desks) {
        this.layout = layout;
        this.rows = desks.rows(layout);
        this.desks = desks;
    }

    /** Under which a transaction remembers them, whoever asks for them. */
    private record Remembered(Class<?> type) {}

    private DocumentMemory<D> memory() {
        return desks.transactions()
                .pending(
                        new Remembered(layout.type()),
                        () -> new DocumentMemory<>(rows, !desks.recordsFor(layout.module())));
    }

    @Override
    public Optional<Kept<D>> find(Id id) {
        return desks.transactions().call(() -> {
            var key = new Key(desks.company(), id);
            var memory = memory();
            var known = memory.known(key);
            return (known == null ? rows.find(key) : known).map(stored -> kept(id, stored));
        });
    }

    @Override
    public Kept<D> get(Id id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    @Override
    public Kept<D> lock(Id id, long version) {
        var stored = memory().lock(new Key(desks.company(), id)).orElseThrow(() -> unknown(id));
        if (version != -1 && version != stored.version()) {
            throw new Conflict(
                    layout.name().refusal("changed-meanwhile"),
                    "the %s %s was changed by somebody else; read it again and repeat what you did"
                            .formatted(layout.name().words(), stored.number() == null ? id : stored.number()));
        }
        return kept(id, stored);
    }

    @Override
    public List<Kept<D>> naming(String component, Collection<Id> named) {
        var reference = layout.named(component);
        return desks.transactions().call(() -> {
            memory().write();
            var found = new ArrayList<Kept<D>>();
            rows.naming(desks.company(), reference, named).forEach((id, stored) -> found.add(kept(id, stored)));
            return found;
        });
    }

    private Kept<D> kept(Id id, Stored<D> stored) {
        return new Kept<>(id, memory().shown(stored), stored.version());
    }

    @Override
    public Folds<D> folds(Handlers on) {
        return new DocumentFolds<>(layout, on, desks, this::memory);
    }

    @Override
    public Optional<D> held(Id company, Id id) {
        return memory().lock(new Key(company, id)).map(Stored::now);
    }

    @Override
    public void fold(Id company, Id id, UnaryOperator<D> change) {
        var key = new Key(company, id);
        var memory = memory();
        memory.change(key, change.apply(memory.lock(key).map(Stored::now).orElse(null)));
    }

    @Override
    public void flush() {
        memory().write();
    }

    @Override
    public Sheet sheet(Reader reader) {
        var sheet = Sheet.of(layout.name().register(), layout.read()).list(reader, layout.list());
        return (layout.lines() == null ? sheet : sheet.lines(layout.lineColumns())).find(this::found);
    }

    /** All that is known of it; lines with the number by which they are told apart. */
    private Found found(Id id) {
        var kept = get(id);
        var view = new LinkedHashMap<String, Object>();
        view.put("id", id);
        layout.shape().values(kept.now()).forEach((name, value) -> {
            if (!name.equals(DocumentLayout.LINES)) {
                view.put(name, value);
            }
        });
        view.put("version", kept.version());
        if (layout.lines() != null) {
            view.put(DocumentLayout.LINES, shownLines(kept.now()));
        }
        return new Found(view, kept.version());
    }

    private List<LinkedHashMap<String, Object>> shownLines(D document) {
        var shown = new ArrayList<LinkedHashMap<String, Object>>();
        for (var each : (List<?>) layout.lines().of(document)) {
            var line = new LinkedHashMap<String, Object>();
            line.put(DocumentLayout.LINE, shown.size() + 1);
            layout.lineParts().forEach(part -> line.put(part.name(), part.of((Record) each)));
            shown.add(line);
        }
        return shown;
    }

    private NotFound unknown(Id id) {
        return new NotFound(
                layout.name().refusal("unknown"),
                "there is no " + layout.name().words() + " " + id + " in this company");
    }
}
