package org.stepwise.modules.internal.row;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.modules.internal.gate.Gates;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Callers;
import org.stepwise.web.RowSource;

/**
 * Looks rows up where their registers say that they stand. It waits for no register, so that what a register is made of
 * may ask it: it is told of them ({@link RegisterRows}).
 */
@Component(service = {NamedRows.class, RowFinder.class})
public final class RowFinder implements NamedRows {
    private final Map<String, RowSource> sources = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final Callers callers;
    private final Gates gates;
    private final Sql sql;

    @Activate
    public RowFinder(
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference Gates gates,
            @Reference Sql sql) {
        this.transactions = transactions;
        this.callers = callers;
        this.gates = gates;
        this.sql = sql;
    }

    void offer(String register, RowSource source) {
        sources.put(register, source);
    }

    void withdraw(String register, RowSource source) {
        sources.remove(register, source);
    }

    @Override
    public Map<Object, String> complaints(To to, Set<Object> named) {
        var complaints = new HashMap<Object, String>();
        var words = to.words();
        find(to.register(), named).forEach((each, standing) -> {
            if (standing == Standing.UNKNOWN) {
                complaints.put(each, to.unknown());
            } else if (standing == Standing.ENDED && !to.ended()) {
                complaints.put(
                        each,
                        ("aeiou".indexOf(words.charAt(0)) < 0 ? "is a " : "is an ") + words + " that is "
                                + sources.get(to.register()).ended().word() + ": nothing new names it");
            }
        });
        return complaints;
    }

    @Override
    public Map<Object, Standing> find(String register, Collection<?> named) {
        var standings = new LinkedHashMap<Object, Standing>();
        named.forEach(each -> standings.put(each, Standing.UNLISTED));
        var source = askable(register);
        if (source == null || named.isEmpty()) {
            return standings;
        }
        transactions.run(() -> {
            var rows = new SourceRows(sql, source, company());
            standings.replaceAll((each, before) -> Standing.UNKNOWN);
            standings.putAll(rows.standing(standings.keySet()));
            var missing = missing(standings);
            if (!missing.isEmpty()) {
                // What was recorded in this very transaction may not be written yet.
                transactions.flush();
                standings.putAll(rows.standing(missing));
            }
            // A list of codes that nobody has begun binds nobody.
            if (missing(standings).stream().anyMatch(each -> !(each instanceof Id)) && !rows.any()) {
                missing(standings).forEach(code -> standings.put(code, Standing.UNLISTED));
            }
        });
        return standings;
    }

    private static Set<Object> missing(Map<Object, Standing> standings) {
        return standings.entrySet().stream()
                .filter(each -> each.getValue() == Standing.UNKNOWN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Where the rows are now, or null: of a module that is off or catches up they may be anywhere. */
    private RowSource askable(String register) {
        var source = sources.get(register);
        return source != null && gates.isOpen(company(), module(register)) ? source : null;
    }

    private static String module(String register) {
        return register.substring(0, register.indexOf('.'));
    }

    private Id company() {
        return callers.current().company();
    }

    @Override
    public Map<Id, Called> called(String register, Collection<Id> rows) {
        var source = sources.get(register);
        return source == null || rows.isEmpty() || !gates.isAnswering(company(), module(register))
                ? Map.of()
                : new SourceRows(sql, source, company()).called(new HashSet<>(rows));
    }
}
