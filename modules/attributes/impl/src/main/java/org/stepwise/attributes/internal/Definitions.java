package org.stepwise.attributes.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.event.AttributeDefined;
import org.stepwise.attributes.event.AttributeWithdrawn;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/**
 * Which attributes the registers of a company have, from which days on. Few, and asked for with every list and form:
 * kept in memory as they were committed, and read anew when one has changed.
 */
@Component(service = Definitions.class)
public final class Definitions {
    private static final String LINES = ".lines";
    private static final String COLUMNS =
            "of_register, name, title, kind, place, is_required, person, choices, refers, is_ended, valid_from";

    private final Sql sql;
    private final Transactions transactions;
    private final Map<Id, List<Attribute>> committed = new ConcurrentHashMap<>();
    private final Map<Id, Changes> changes = new ConcurrentHashMap<>();

    /** Transactions that changed something: those that have not ended, and all there were. */
    private record Changes(int open, long all) {
        static final Changes NONE = new Changes(0, 0);

        Changes begun() {
            return new Changes(open + 1, all + 1);
        }

        Changes ended() {
            return new Changes(open - 1, all);
        }
    }

    @Activate
    public Definitions(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** All that was ever said of attributes of the company, by day. */
    List<Attribute> all(Id company) {
        var known = committed.get(company);
        return known == null ? read(company) : known;
    }

    /** What is read beside a change that has not ended may be half of it, or old: not to be kept. */
    private List<Attribute> read(Id company) {
        var before = changes.getOrDefault(company, Changes.NONE);
        var read = sql.list(
                Definitions::attribute,
                "SELECT " + COLUMNS + " FROM attributes.definition WHERE company = ? ORDER BY valid_from, name",
                company);
        if (before.open == 0) {
            committed.put(company, read);
            if (!changes.getOrDefault(company, Changes.NONE).equals(before)) {
                committed.remove(company);
            }
        }
        return read;
    }

    private static Attribute attribute(ResultSet row) throws SQLException {
        var type = AttributeType.valueOf(row.getString(4));
        var choices = row.getString(8);
        return new Attribute(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                type,
                Attribute.kind(type) + row.getInt(5),
                row.getBoolean(6),
                row.getString(7),
                choices == null ? List.of() : Arrays.asList(choices.split("\n")),
                row.getString(9),
                row.getBoolean(10),
                row.getDate(11).toLocalDate());
    }

    /** Everything said of one attribute, by day. */
    List<Attribute> of(Id company, String register, String name) {
        return all(company).stream()
                .filter(each -> each.register().equals(register) && each.name().equals(name))
                .toList();
    }

    /** As the lines of the documents of a register are called, like a list of their own. */
    public static String linesOf(String register) {
        return register + LINES;
    }

    /** The register that this names, or whose lines; with one dot as all registers are. */
    static String registerOf(String list) {
        return isOfLines(list) ? list.substring(0, list.length() - LINES.length()) : list;
    }

    static boolean isOfLines(String list) {
        return list.endsWith(LINES) && list.indexOf('.') < list.length() - LINES.length();
    }

    /** Those that the register ever had, as they are from the latest day on: for what was set is kept. */
    public Map<String, Attribute> ever(Id company, String register) {
        var ever = new LinkedHashMap<String, Attribute>();
        all(company).stream()
                .filter(each -> each.register().equals(register))
                .forEach(each -> ever.put(each.name(), each));
        return ever;
    }

    /** Those that the register has on a day, by name. */
    public Map<String, Attribute> on(Id company, String register, LocalDate day) {
        var on = new LinkedHashMap<String, Attribute>();
        all(company).stream()
                .filter(each ->
                        each.register().equals(register) && !each.validFrom().isAfter(day))
                .forEach(each -> on.put(each.name(), each));
        on.values().removeIf(Attribute::ended);
        return on.values().stream()
                .sorted(Comparator.comparing(Attribute::name))
                .collect(Collectors.toMap(Attribute::name, each -> each, (one, other) -> one, LinkedHashMap::new));
    }

    /** Every value that an attribute has ever offered: what was chosen once can be asked for. */
    public Set<String> choices(Id company, Attribute attribute) {
        return of(company, attribute.register(), attribute.name()).stream()
                .flatMap(each -> each.choices().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    public boolean anyRequired(Id company) {
        return all(company).stream().anyMatch(Attribute::required);
    }

    /** The columns taken by attributes of the register. */
    List<String> taken(Id company, String register) {
        return sql.list(
                row -> row.getString(1),
                "SELECT slot FROM attributes.given_place WHERE company = ? AND of_register = ?",
                company,
                register);
    }

    /** The column that was given to an attribute once. */
    Optional<String> place(Id company, String register, String name) {
        return sql.first(
                row -> row.getString(1),
                "SELECT slot FROM attributes.given_place WHERE company = ? AND of_register = ? AND name = ?",
                company,
                register,
                name);
    }

    Optional<Attribute> find(Id company, Id id) {
        return sql.first(
                Definitions::attribute,
                "SELECT " + COLUMNS + " FROM attributes.definition WHERE company = ? AND id = ?",
                company,
                id);
    }

    /** Of a name and a day, for a setting has no id of its own in the log: a rebuild makes the same. */
    static Id idOf(String register, String name, LocalDate validFrom) {
        return Id.named("attribute", register, name, validFrom);
    }

    void write(Id company, AttributeDefined fact) {
        change(company);
        var id = idOf(fact.register(), fact.name(), fact.validFrom());
        var slot = Attribute.kind(fact.type()) + fact.place();
        if (place(company, fact.register(), fact.name()).isEmpty()) {
            sql.write(
                    "INSERT INTO attributes.given_place (company, of_register, slot, name) VALUES (?, ?, ?, ?)",
                    company,
                    fact.register(),
                    slot,
                    fact.name());
        }
        sql.write("DELETE FROM attributes.definition WHERE company = ? AND id = ?", company, id);
        sql.write(
                "INSERT INTO attributes.definition (company, id, attribute, is_personal, " + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                company,
                id,
                fact.register() + "/" + fact.name(),
                fact.person() != null,
                fact.register(),
                fact.name(),
                fact.title(),
                fact.type(),
                fact.place(),
                fact.required(),
                fact.person(),
                fact.choices() == null ? null : String.join("\n", fact.choices()),
                fact.refers(),
                fact.ended(),
                fact.validFrom());
    }

    /** The place stays given: values of facts may yet come for it. */
    void remove(Id company, AttributeWithdrawn fact) {
        change(company);
        sql.write(
                "DELETE FROM attributes.definition WHERE company = ? AND id = ?",
                company,
                idOf(fact.register(), fact.name(), fact.validFrom()));
    }

    private void change(Id company) {
        changes.merge(company, Changes.NONE.begun(), (known, first) -> known.begun());
        committed.remove(company);
        transactions.afterEnd(() -> {
            committed.remove(company);
            changes.computeIfPresent(company, (same, known) -> known.ended());
        });
    }
}
