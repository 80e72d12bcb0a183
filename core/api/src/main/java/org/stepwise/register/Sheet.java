package org.stepwise.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/**
 * What a register is: its list, how a row is found, and its verbs, each with the record it takes, the permission it
 * needs and the method that does it. The fields of forms are the components of these records.
 */
public final class Sheet {
    final Map<String, Act<?>> acts = new LinkedHashMap<>();
    Creating<?> creating;
    Changing<?> changing;
    Function<Id, Found> finding;
    private final String module;
    private final String plural;
    private final String read;
    private final List<Column> columns = new ArrayList<>();
    private final List<Column> lineColumns = new ArrayList<>();
    private Listing listing;

    private Sheet(String module, String plural, String read) {
        this.module = module;
        this.plural = plural;
        this.read = read;
    }

    /**
     * @param name module and plural, such as {@code crm.orders}
     * @param read the permission to list and see
     */
    public static Sheet of(String name, String read) {
        var dot = name.indexOf('.');
        return new Sheet(name.substring(0, dot), name.substring(dot + 1), read);
    }

    /** Rows of a table or view; one is shown as it stands in the list, unless {@link #find} says otherwise. */
    public Sheet list(Reader reader, TableList list) {
        columns.addAll(list.columns());
        listing = (description, query) -> reader.page(description, list, query);
        finding = id -> reader.row(description(), list, id);
        return this;
    }

    /** As {@link #list}, sorted by these columns where nothing else is asked for. */
    public Sheet list(Reader reader, TableList list, String... sort) {
        list(reader, list);
        listing = (description, query) -> reader.page(
                description,
                list,
                query.sort().isEmpty()
                        ? new ListQuery(query.limit(), query.after(), List.of(sort), query.filters())
                        : query);
        return this;
    }

    /** Dated settings, with which of them holds today. */
    public Sheet dated(Reader reader, TableList list, Dated dated) {
        list(reader, list);
        columns.add(Dated.STATE);
        listing = (description, query) -> reader.dated(description, list, dated, query);
        return this;
    }

    /** One row with all there is to show of it. */
    public Sheet find(Function<Id, Found> document) {
        finding = document;
        return this;
    }

    /** What is shown of the lines of a document; what is entered are those of the record that makes it. */
    public Sheet lines(List<Column> shown) {
        lineColumns.addAll(shown);
        return this;
    }

    /** Makes something new of what was filled in. */
    public <T extends Record> Sheet create(String permission, Class<T> wanted, Function<T, Id> verb) {
        creating = new Creating<>(permission, Shape.of(wanted), verb);
        return this;
    }

    /**
     * Changes what is there.
     *
     * @param known what stands there now: what the form leaves out stays so
     */
    public <T extends Record> Sheet change(String permission, Class<T> wanted, Function<Id, T> known, Verb<T> verb) {
        changing = new Changing<>(permission, Shape.of(wanted), known, verb);
        return this;
    }

    /** A business act on one row that can be done whatever its state. */
    public <T extends Record> Sheet verb(String name, String permission, Class<T> wanted, Verb<T> verb) {
        return verb(name, permission, Map.of(), wanted, verb);
    }

    /**
     * A business act on one row.
     *
     * @param when column to the values in which it can be done, as of {@link Description.Verb}
     */
    public <T extends Record> Sheet verb(
            String name, String permission, Map<String, List<String>> when, Class<T> wanted, Verb<T> verb) {
        acts.put(name, new Act<>(permission, when, Shape.of(wanted), verb));
        return this;
    }

    /** The states in which a verb can be done, by the column {@code status}. */
    public static Map<String, List<String>> status(String... values) {
        return Map.of("status", List.of(values));
    }

    /** What a verb does: it takes the row, the version that its caller saw (-1 for none), and what was filled in. */
    @FunctionalInterface
    public interface Verb<T> {
        void act(Id row, long version, T wanted);
    }

    private interface Listing {
        Page page(Description description, ListQuery query);
    }

    record Creating<T extends Record>(String permission, Shape<T> shape, Function<T, Id> verb) {
        Id create(Form form) {
            return verb.apply(Filled.in(shape, form, null));
        }
    }

    record Changing<T extends Record>(String permission, Shape<T> shape, Function<Id, T> known, Verb<T> verb) {
        void change(Id id, long version, Form form) {
            verb.act(id, version, Filled.in(shape, form, known.apply(id)));
        }
    }

    record Act<T extends Record>(String permission, Map<String, List<String>> when, Shape<T> shape, Verb<T> verb) {
        void act(Id id, long version, Form form) {
            verb.act(id, version, Filled.in(shape, form, null));
        }
    }

    Page page(ListQuery query) {
        return listing.page(description(), query);
    }

    Description description() {
        var lines = parts().filter(part -> part.lines() != null).findFirst();
        return new Description(
                module,
                plural,
                read,
                List.copyOf(columns),
                fields(),
                lines.isEmpty() && lineColumns.isEmpty()
                        ? null
                        : new Description.Lines(
                                lines.map(Part::name).orElse("lines"),
                                List.copyOf(lineColumns),
                                lines.map(Sheet::lineFields).orElse(List.of())),
                creating == null ? null : creating.permission(),
                changing == null ? null : changing.permission(),
                acts.entrySet().stream()
                        .map(act -> new Description.Verb(
                                act.getKey(),
                                act.getValue().permission(),
                                act.getValue().when(),
                                fields(act.getValue().shape(), "both")))
                        .toList());
    }

    private Stream<Part> parts() {
        return Stream.concat(
                creating == null ? Stream.of() : creating.shape().parts().stream(),
                changing == null ? Stream.of() : changing.shape().parts().stream());
    }

    private static List<Field> lineFields(Part lines) {
        return fields(lines.lines(), "both");
    }

    /** Those of both forms, each once. */
    private List<Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        if (creating != null) {
            fields(creating.shape(), "create").forEach(field -> fields.put(field.name(), field));
        }
        if (changing != null) {
            for (var field : fields(changing.shape(), "change")) {
                fields.merge(field.name(), field, (made, changed) -> Field.of(made.part(), "both"));
            }
        }
        return List.copyOf(fields.values());
    }

    private static List<Field> fields(Shape<?> shape, String on) {
        return shape.parts().stream()
                .filter(part -> part.lines() == null)
                .map(part -> Field.of(part, on))
                .toList();
    }
}
