package org.stepwise.web.internal.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.security.Callers;
import org.stepwise.security.UserNames;
import org.stepwise.web.internal.draft.DraftTable.Row;
import org.stepwise.web.internal.form.FormReader;

/** Drafts as they are shown, with what is wrong with them. */
@Component(service = DraftPages.class)
public final class DraftPages {
    public static final int PAGE = 100;

    private static final int MOST_COMPLAINTS = 100;

    private final DraftAccess access;
    private final DraftTable table;
    private final DraftStore store;
    private final UserNames names;
    private final Callers callers;
    private final Transactions transactions;

    @Activate
    public DraftPages(
            @Reference DraftAccess access,
            @Reference DraftTable table,
            @Reference DraftStore store,
            @Reference UserNames names,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.access = access;
        this.table = table;
        this.store = store;
        this.names = names;
        this.callers = callers;
        this.transactions = transactions;
    }

    /** Somebody; without a name where it is no user. */
    public record Person(Id id, String name) {}

    /**
     * A draft whole.
     *
     * @param left what was typed into fields that the form has no more, by the place where it stood
     * @param complaints what is wrong or missing, by field
     */
    public record Draft(
            Id id,
            String register,
            String title,
            ObjectNode values,
            ObjectNode left,
            Map<String, String> complaints,
            Person madeBy,
            Instant madeAt,
            Person changedBy,
            Instant changedAt,
            long version) {}

    /**
     * A draft in a list.
     *
     * @param summary what stands in the first fields that are filled
     */
    public record Item(
            Id id,
            String register,
            String title,
            Map<String, String> summary,
            Person madeBy,
            Person changedBy,
            Instant changedAt,
            boolean mine,
            long version) {}

    /**
     * The newest first.
     *
     * @param next to be given as {@code after} for more; null at the end
     * @param count of all that the caller may see
     */
    public record Page(List<Item> items, Id next, long count) {}

    /** Those of a list that the caller may see. */
    public Page of(String register, Id after, int most) {
        var open = access.to(register);
        return page(open.company(), register, open.maker(), new Part(after, most));
    }

    /** The caller's own in all lists, those of modules that are off too. */
    public Page own(Id after) {
        var caller = callers.current();
        return page(caller.company(), null, caller.user(), new Part(after, PAGE));
    }

    /** Which part of a list is wanted: behind a draft, at most so many. */
    private record Part(Id after, int most) {}

    private Page page(Id company, String register, Id maker, Part part) {
        return transactions.call(() -> {
            var rows = table.page(company, register, maker, part.after(), part.most());
            var people = people(rows);
            var items = rows.stream().map(row -> item(company, row, people)).toList();
            var next =
                    rows.size() < part.most() ? null : rows.get(rows.size() - 1).id();
            return new Page(items, next, table.count(company, register, maker));
        });
    }

    private Item item(Id company, Row row, Map<Id, String> people) {
        var head = store.head(company, row);
        return new Item(
                row.id(),
                row.register(),
                head.title(),
                head.summary(),
                person(people, row.madeBy()),
                person(people, row.changedBy()),
                row.changedAt(),
                row.madeBy().equals(callers.current().user()),
                row.version());
    }

    /** With what is wrong with it by the form as it is now. */
    public Draft find(String register, Id draft) {
        return find(register, new Drafts.Kept(draft, Map.of()));
    }

    /** As it was just saved, with what was not kept of what was sent. */
    public Draft find(String register, Drafts.Kept kept) {
        var open = access.to(register);
        return transactions.call(() -> {
            var row = access.row(open, kept.id());
            var content = store.read(open.company(), row).fitted(open.form());
            var complaints = new LinkedHashMap<>(kept.notKept());
            content.left()
                    .fieldNames()
                    .forEachRemaining(name -> complaints.put(name, "is no field of this form any more"));
            FormReader.complaints(open.form(), content.values()).forEach(complaints::putIfAbsent);
            var people = people(List.of(row));
            return new Draft(
                    row.id(),
                    row.register(),
                    content.title(),
                    content.values(),
                    content.left(),
                    told(complaints),
                    person(people, row.madeBy()),
                    row.madeAt(),
                    person(people, row.changedBy()),
                    row.changedAt(),
                    row.version());
        });
    }

    /** A draft of thousands of lines may have as many faults: the first hundred are told. */
    private static Map<String, String> told(Map<String, String> complaints) {
        var told = new LinkedHashMap<String, String>();
        complaints.entrySet().stream().limit(MOST_COMPLAINTS).forEach(each -> told.put(each.getKey(), each.getValue()));
        return told;
    }

    private Map<Id, String> people(Collection<Row> rows) {
        return names.of(rows.stream()
                .flatMap(row -> Stream.of(row.madeBy(), row.changedBy()))
                .collect(Collectors.toSet()));
    }

    private static Person person(Map<Id, String> people, Id id) {
        return new Person(id, people.get(id));
    }
}
