package org.stepwise.modules.internal.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.StatementFailed;
import org.stepwise.module.Modules.Loss;
import org.stepwise.modules.internal.catalogue.Draft;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.Users;

/**
 * Counts what would be lost with a module, by what its api bundle says of its tables: the implementation may be gone.
 */
@Component(service = Drafts.class)
public final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final Id SYSTEM = new Id(0);

    /** Where nobody knows who made it. */
    private static final Id NOBODY = new Id(0);

    private final Sql sql;
    private final Users users;
    private final Callers callers;
    private final Companies companies;

    @Activate
    public Drafts(
            @Reference Sql sql, @Reference Users users, @Reference Callers callers, @Reference Companies companies) {
        this.sql = sql;
        this.users = users;
        this.callers = callers;
        this.companies = companies;
    }

    /** What is lost, and how much of it each user made whom it is known of. */
    public record Lost(Loss loss, Map<Id, Long> makers) {}

    /** @param schema of the module's tables; empty while it has none */
    public List<Lost> of(Id company, String schema, List<Draft> drafts) {
        var losses = new ArrayList<Lost>();
        if (!schema.isEmpty()) {
            for (var draft : drafts) {
                var counts = counts(company, schema, draft);
                var count = counts.values().stream().mapToLong(Long::longValue).sum();
                if (count > 0) {
                    var loss = new Loss(draft.title(), count, draft.whenOff(), names(company, counts.keySet()));
                    counts.remove(NOBODY);
                    losses.add(new Lost(loss, counts));
                }
            }
        }
        return losses;
    }

    /** How many of whom. Tables older than the bundle are brought up to date when it starts, and counted then. */
    private Map<Id, Long> counts(Id company, String schema, Draft draft) {
        var by = draft.by() == null ? "CAST(NULL AS BIGINT)" : draft.by();
        var query = "SELECT " + by + ", COUNT(" + (draft.each() == null ? "*" : "DISTINCT " + draft.each()) + ") FROM "
                + schema + "." + draft.table() + " WHERE company = ?"
                + draft.where().map(where -> " AND " + where.column() + " = ?").orElse("")
                + (draft.by() == null ? "" : " GROUP BY " + by);
        var values = new ArrayList<Object>(List.of(company));
        draft.where().ifPresent(where -> values.add(where.value()));
        var counts = new HashMap<Id, Long>();
        try {
            sql.list(
                            row -> {
                                var maker = row.getLong(1);
                                return Map.entry(row.wasNull() ? NOBODY : new Id(maker), row.getLong(2));
                            },
                            query,
                            values.toArray())
                    .forEach(each -> counts.put(each.getKey(), each.getValue()));
        } catch (StatementFailed older) {
            LOG.warn("{} cannot be counted: {}", draft.title(), older.getMessage());
        }
        return counts;
    }

    private List<String> names(Id company, Set<Id> makers) {
        if (makers.stream().allMatch(NOBODY::equals)) {
            return List.of();
        }
        var zone = companies.find(company).map(Companies.Company::zone).orElseThrow();
        var system = new Caller(SYSTEM, "system", company, "system", zone, Locale.ENGLISH, Set.of("*"));
        return callers.as(system, () -> users.all().stream()
                .filter(user -> makers.contains(user.id()))
                .map(Users.User::displayName)
                .sorted()
                .toList());
    }
}
