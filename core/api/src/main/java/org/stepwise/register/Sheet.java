package org.stepwise.register;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.input.Naming;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.RowSource;

/**
 * What a register is: its list, how a row is found, and its verbs, each with the record it takes, the permission it
 * needs and the method that does it. The fields of forms are the components of these records.
 */
public final class Sheet {
    final Acts acts = new Acts();
    Function<Id, Found> finding;
    private final String module;
    private final String plural;
    private final String read;
    private final List<Column> columns = new ArrayList<>();
    private final List<Column> lineColumns = new ArrayList<>();
    private final Map<String, Type> shown = new LinkedHashMap<>();
    private Reader reader;
    private Naming naming = Naming.UNASKED;
    private TableList table;
    private String code = "code";
    private RowSource.Ended ended;
    private Listing listing;
    private String keyName;
    private String unknown;
    private final Map<String, Supplier<List<String>>> choices = new LinkedHashMap<>();
    private Supplier<List<Class<?>>> speaking = List::of;
    private volatile Described described;

    private record Described(Description description, Map<String, List<String>> choices) {}

    private Sheet(String module, String plural, String read) {
        this.module = module;
        this.plural = plural;
        this.read = read;
        this.unknown = module + ".row.unknown";
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
        this.reader = reader;
        naming = reader.naming();
        table = list;
        columns.addAll(list.columns());
        listing = (description, query) -> reader.page(description, list, query);
        finding = id -> reader.row(description(), list, id, unknown);
        return this;
    }

    /** As {@link #list}, sorted by these columns where nothing else is asked for. */
    public Sheet list(Reader reader, TableList list, String... sort) {
        list(reader, list);
        return asked(query -> query.sort().isEmpty()
                ? new ListQuery(query.limit(), query.after(), List.of(sort), query.filters(), query.beside())
                : query);
    }

    /** Lists rows of one kind alone, by a column that is not shown. */
    public Sheet only(String column, String value) {
        columns.removeIf(shown -> shown.name().equals(column));
        return asked(query -> query.where(column, value));
    }

    private Sheet asked(UnaryOperator<ListQuery> as) {
        var all = listing;
        listing = (description, query) -> all.page(description, as.apply(query));
        return this;
    }

    /** Columns that are looked up for the rows of a page, so that the list needs no join. */
    public Sheet more(List<Column> shown, UnaryOperator<Page> with) {
        columns.addAll(shown);
        var stored = listing;
        listing = (description, query) -> reader.read(description, () -> with.apply(stored.page(description, query)));
        return this;
    }

    /** Dated settings, with which of them holds today. */
    public Sheet dated(Reader reader, TableList list, Dated dated) {
        list(reader, list);
        columns.add(Dated.STATE);
        listing = (description, query) -> reader.dated(description, list, dated, query);
        keyName = dated.keyName();
        return this;
    }

    /** Withdraws a dated setting: the verb takes what it is of (null for the company) and the day it begins on. */
    public Sheet withdraw(String permission, BiConsumer<String, LocalDate> verb) {
        return withdrawRow(permission, (row, from) -> verb.accept(keyName == null ? null : text(row, keyName), from));
    }

    /** As {@link #withdraw}, of a setting that two columns tell from others: the verb takes its row. */
    public Sheet withdrawRow(String permission, BiConsumer<Map<?, ?>, LocalDate> verb) {
        return verb("withdraw", permission, Nothing.class, (id, nothing) -> {
            var row = (Map<?, ?>) finding.apply(id).view();
            verb.accept(row, LocalDate.parse(text(row, "validFrom")));
        });
    }

    /** The column by which people know the rows, where it is not called {@code code}. */
    public Sheet code(String column) {
        code = column;
        return this;
    }

    /** Rows with this flag are not in use any more: nothing new names them, unless it says that it may. */
    public Sheet ended(String flag) {
        return ended(flag, true, flag);
    }

    /** As {@link #ended(String)}, by a flag that says when, in another word. */
    public Sheet ended(String flag, boolean when, String word) {
        ended = new RowSource.Ended(flag, when, word);
        return this;
    }

    /** What may be named by what is entered, where the module has something to say to it. */
    public Sheet naming(Naming own) {
        naming = own;
        return this;
    }

    /** What a row shows, or null. */
    public static String text(Map<?, ?> row, String name) {
        var value = row.get(name);
        return value == null ? null : value.toString();
    }

    /** What may be chosen there besides what the column or field names: it comes and goes with other bundles. */
    public Sheet choices(String name, Supplier<List<String>> more) {
        choices.put(name, more);
        return this;
    }

    /** Whose bundles say what something is called, besides the register's own. */
    public Sheet spokenBy(Supplier<List<Class<?>>> more) {
        speaking = more;
        return this;
    }

    List<Class<?>> speaking() {
        return speaking.get();
    }

    /** With which code a row that is not there is refused, where it is not {@code <module>.row.unknown}. */
    public Sheet unknown(String code) {
        unknown = code;
        return this;
    }

    /** One row with all there is to show of it, through the gate that the list goes through. */
    public Sheet find(Function<Id, Found> document) {
        finding = id -> gated(() -> document.apply(id));
        return shows("version", long.class);
    }

    /** What the document shows besides the columns of its list and its lines, for programs. */
    public Sheet shows(String name, Type type) {
        shown.put(name, type);
        return this;
    }

    /** As {@link #find(Function, ToLongFunction)}; programs are told what the view has. */
    public <V extends Record> Sheet find(Class<V> shown, Function<Id, V> view, ToLongFunction<V> version) {
        for (var component : shown.getRecordComponents()) {
            shows(component.getName(), component.getGenericType());
        }
        return find(view, version);
    }

    /** One row as a view of the module shows it, and its version. */
    public <V> Sheet find(Function<Id, V> view, ToLongFunction<V> version) {
        return find(id -> {
            var found = view.apply(id);
            return new Found(found, version.applyAsLong(found));
        });
    }

    private <T> T gated(Supplier<T> query) {
        return reader == null ? query.get() : reader.read(description(), query);
    }

    /** What is shown of the lines of a document; what is entered are those of the record that makes it. */
    public Sheet lines(List<Column> shown) {
        lineColumns.addAll(shown);
        return this;
    }

    /**
     * The lines of a document as they stand in a list of their own; the document is its row with these.
     *
     * @param of the column that names the document
     */
    public Sheet lines(TableList list, String of) {
        list.columns().stream().filter(column -> !column.name().equals(of)).forEach(lineColumns::add);
        var head = finding;
        return find(id -> {
            var document =
                    new LinkedHashMap<Object, Object>((Map<?, ?>) head.apply(id).view());
            var query = ListQuery.first(500).where(of, id.toString());
            var lines = Page.all(query, page -> reader.page(description(), list, page));
            document.put(
                    linesName(), lines.stream().map(line -> without(of, line)).toList());
            return new Found(document, 0);
        });
    }

    /** Whose lines they are the document says itself. */
    private static Map<String, Object> without(String column, Map<String, Object> line) {
        var rest = new LinkedHashMap<>(line);
        rest.remove(column);
        return rest;
    }

    /** Makes something new of what was filled in. */
    public <T extends Record> Sheet create(String permission, Class<T> wanted, Function<T, Id> verb) {
        acts.creating = new Acts.Creating<>(permission, Shape.of(wanted), verb);
        return this;
    }

    /**
     * Changes what is there.
     *
     * @param known what stands there now: what the form leaves out stays so; not asked when it leaves out nothing
     */
    public <T extends Record> Sheet change(String permission, Class<T> wanted, Function<Id, T> known, Verb<T> verb) {
        acts.changing = new Acts.Changing<>(permission, Shape.of(wanted), id -> gated(() -> known.apply(id)), verb);
        return this;
    }

    /** A business act on one row that can be done whatever its state, and whatever changed meanwhile. */
    public <T extends Record> Sheet verb(String name, String permission, Class<T> wanted, BiConsumer<Id, T> verb) {
        return verb(name, permission, Map.of(), wanted, verb);
    }

    /** As {@link #verb(String, String, Map, Class, Verb)}, whatever changed meanwhile. */
    public <T extends Record> Sheet verb(
            String name, String permission, Map<String, List<String>> when, Class<T> wanted, BiConsumer<Id, T> verb) {
        return verb(name, permission, when, wanted, (id, version, given) -> verb.accept(id, given));
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
        acts.verbs.put(name, new Acts.Act<>(permission, when, Shape.of(wanted), verb));
        return this;
    }

    /** A business act on one row to which there is nothing to say. */
    public Sheet verb(String name, String permission, Map<String, List<String>> when, Plain verb) {
        return verb(name, permission, when, Nothing.class, (row, version, nothing) -> verb.act(row, version));
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

    /** What a verb does to which there is nothing to say. */
    @FunctionalInterface
    public interface Plain {
        void act(Id row, long version);
    }

    /** What a verb takes to which there is nothing to say. */
    public record Nothing() {}

    private interface Listing {
        Page page(Description description, ListQuery query);
    }

    /** With what can be changed of it: who changes it is shown what it is. */
    Map<String, Type> shown() {
        var all = new LinkedHashMap<>(shown);
        acts.changed().forEach(all::putIfAbsent);
        return all;
    }

    RowSource source() {
        return table == null ? null : new RowSource(table, code, ended);
    }

    Map<String, String> faults(Id row, String verb, Form form) {
        return acts.faults(row, verb, form, naming);
    }

    Page page(ListQuery query) {
        return listing.page(description(), query);
    }

    Description description() {
        var open = new LinkedHashMap<String, List<String>>();
        choices.forEach((name, more) -> open.put(name, more.get()));
        var known = described;
        if (known == null || !known.choices().equals(open)) {
            known = new Described(describe(open), open);
            described = known;
        }
        return known.description();
    }

    private Description describe(Map<String, List<String>> open) {
        var lines = new Description.Lines(linesName(), List.copyOf(lineColumns), acts.lineFields());
        return new Description(
                module,
                plural,
                read,
                columns.stream()
                        .map(column -> column.choosing(open.getOrDefault(column.name(), List.of())))
                        .toList(),
                acts.fields().stream()
                        .map(field -> field.choosing(open.getOrDefault(field.name(), List.of())))
                        .toList(),
                acts.lines().isEmpty() && lineColumns.isEmpty() ? null : lines,
                acts.create(),
                acts.change(),
                acts.described());
    }

    private String linesName() {
        return acts.lines().map(Part::name).orElse("lines");
    }
}
