package org.stepwise.modules.internal.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.modules.internal.record.RecordCatalogue;
import org.stepwise.security.Companies;

/** What the platform remembers of modules that were there once: an api bundle may be gone while their data are not. */
@Component(service = KnownModules.class)
public final class KnownModules {
    private final Transactions transactions;
    private final Sql sql;
    private final RecordCatalogue described;
    private final Map<String, ModuleDescriptor> known = new ConcurrentHashMap<>();

    /** The table comes with those of the companies, so that these must be there first. */
    @Activate
    public KnownModules(
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference RecordCatalogue described,
            @Reference Companies companies) {
        this.transactions = transactions;
        this.sql = sql;
        this.described = described;
        read().forEach(module -> known.put(module.name(), module));
    }

    Collection<ModuleDescriptor> all() {
        return known.values();
    }

    /** Keeps what is needed when the api bundle is gone. One at a time: the start of the server may do so as well. */
    public synchronized void remember(ModuleDescriptor module) {
        var kept = kept(module);
        if (kept.equals(known.get(module.name()))) {
            return;
        }
        transactions.run(() -> {
            var values = new Object[] {
                kept.title(),
                kept.feature(),
                String.join(",", kept.personal()),
                kept.drafts().stream().map(Draft::clause).collect(Collectors.joining(",")),
                kept.name()
            };
            var changed = sql.write(
                    "UPDATE platform.known_module SET title = ?, feature = ?, personal = ?, drafts = ? WHERE name = ?",
                    values);
            if (changed == 0) {
                sql.write(
                        "INSERT INTO platform.known_module (title, feature, personal, drafts, name)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        values);
            }
        });
        known.put(kept.name(), kept);
    }

    /**
     * What is always on is never missed: it comes with the platform. Settings are asked of the api bundle. What its
     * descriptions say of people is gone with it, as what its manifest says.
     */
    private ModuleDescriptor kept(ModuleDescriptor module) {
        var personal = new TreeSet<>(module.personal());
        personal.addAll(described.personal(module.name()));
        return new ModuleDescriptor(
                module.name(), module.title(), module.feature(), false, List.of(), personal, module.drafts());
    }

    private List<ModuleDescriptor> read() {
        return transactions.call(() -> new ArrayList<>(sql.list(
                KnownModules::module, "SELECT name, title, feature, personal, drafts FROM platform.known_module")));
    }

    /** Read as the headers that it was. */
    private static ModuleDescriptor module(ResultSet row) throws SQLException {
        var headers = new HashMap<String, String>();
        headers.put("Stepwise-Module", row.getString(1));
        headers.put("Stepwise-Title", row.getString(2));
        headers.put("Stepwise-Feature", row.getString(3));
        headers.put("Stepwise-Personal", row.getString(4));
        headers.put("Stepwise-Drafts", row.getString(5));
        return ModuleDescriptor.of(headers::get).orElseThrow();
    }
}
