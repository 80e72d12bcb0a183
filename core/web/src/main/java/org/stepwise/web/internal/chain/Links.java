package org.stepwise.web.internal.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwise.data.Id;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.ListQuery;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.internal.chain.Document.Key;

/** How documents are linked, as the lists say that the caller may read: each step is a look-up by an index. */
final class Links {
    /** Of one document in one list: who has more looks into the list. */
    private static final int MOST_ROWS = 50;

    private final OpenRegisters registers;
    private final List<Link> all = new ArrayList<>();
    private final Set<String> lists = new LinkedHashSet<>();

    /** @param start a list that is looked into whether or not it is one of documents */
    Links(OpenRegisters registers, List<Description> readable, String start) {
        this.registers = registers;
        for (var each : readable) {
            each.columns().stream()
                    .filter(column -> column.link() != null)
                    .forEach(column -> all.add(new Link(each.name(), column)));
        }
        var named = new HashSet<String>();
        all.forEach(link -> named.add(link.column().register()));
        for (var each : readable) {
            var linked = all.stream().anyMatch(link -> link.list().equals(each.name()));
            if (linked
                    || each.lines() != null
                    || named.contains(each.name())
                    || each.name().equals(start)) {
                lists.add(each.name());
            }
        }
    }

    /** The document of a row, or the record of one that the row is. A list may leave out what can be read in it. */
    Optional<Document> find(String list, Id id) {
        var record = row(list, id).filter(row -> isRecord(list, id, row));
        return find(record.isPresent() ? new Key(id, list) : Key.of(id));
    }

    /** With all its rows that the caller may read; empty when there is none. */
    Optional<Document> find(Key key) {
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        for (var list : key.record() == null ? lists : List.of(key.record())) {
            row(list, key.id())
                    .filter(row -> key.record() != null || !isRecord(list, key.id(), row))
                    .ifPresent(row -> rows.put(list, row));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Document(key, rows));
    }

    /** What the document came from. */
    Collection<Key> origins(Document of) {
        return linked(of, Column.Link.ORIGIN, Column.Link.OUTCOME);
    }

    /** What the document led to. */
    Collection<Key> outcomes(Document of) {
        return linked(of, Column.Link.OUTCOME, Column.Link.ORIGIN);
    }

    private Collection<Key> linked(Document of, Column.Link named, Column.Link naming) {
        var found = new LinkedHashSet<Key>();
        for (var link : all) {
            var row = of.rows().get(link.list());
            if (row != null && link.is(named)) {
                link.named(row).map(Key::of).ifPresent(found::add);
            }
            if (of.key().record() == null
                    && link.is(naming)
                    && of.rows().keySet().stream().anyMatch(link::mayName)) {
                rows(link.list(), link.column().name(), of.key().id())
                        .forEach(each -> found.add(key(link.list(), each)));
            }
        }
        found.remove(of.key());
        return found;
    }

    private Key key(String list, Map<String, Object> row) {
        var id = Id.parse(row.get(Link.ID).toString());
        return isRecord(list, id, row) ? new Key(id, list) : Key.of(id);
    }

    /** A journal has the id of the document that it records, and says so. */
    private boolean isRecord(String list, Id id, Map<String, Object> row) {
        return all.stream()
                .filter(link -> link.list().equals(list) && link.is(Column.Link.ORIGIN))
                .anyMatch(link -> link.named(row).filter(id::equals).isPresent());
    }

    private Optional<Map<String, Object>> row(String list, Id id) {
        return rows(list, Link.ID, id).stream().findFirst();
    }

    private List<Map<String, Object>> rows(String list, String column, Id value) {
        return registers
                .list(list, ListQuery.first(MOST_ROWS).where(column, value.toString()))
                .items();
    }
}
