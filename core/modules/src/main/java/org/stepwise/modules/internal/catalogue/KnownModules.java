package org.stepwise.modules.internal.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.security.Companies;

/** What the platform remembers of modules that were there once: an api bundle may be gone while their data are not. */
@Component(service = KnownModules.class)
public final class KnownModules {
    private final Transactions transactions;
    private final Sql sql;
    private final Map<String, ModuleDescriptor> known = new ConcurrentHashMap<>();

    /** The table comes with those of the companies, so that these must be there first. */
    @Activate
    public KnownModules(@Reference Transactions transactions, @Reference Sql sql, @Reference Companies companies) {
        this.transactions = transactions;
        this.sql = sql;
        read().forEach(module -> known.put(module.name(), module));
    }

    Collection<ModuleDescriptor> all() {
        return known.values();
    }

    /** Keeps what is needed when the api bundle is gone. */
    public void remember(ModuleDescriptor module) {
        var kept = kept(module);
        if (kept.equals(known.get(module.name()))) {
            return;
        }
        transactions.run(() -> {
            var personal = String.join(",", new TreeSet<>(kept.personal()));
            var changed = sql.write(
                    "UPDATE platform.known_module SET title = ?, feature = ?, personal = ? WHERE name = ?",
                    kept.title(),
                    kept.feature(),
                    personal,
                    kept.name());
            if (changed == 0) {
                sql.write(
                        "INSERT INTO platform.known_module (title, feature, personal, name) VALUES (?, ?, ?, ?)",
                        kept.title(),
                        kept.feature(),
                        personal,
                        kept.name());
            }
        });
        known.put(kept.name(), kept);
    }

    /** What is always on is never missed: it comes with the platform. Settings are asked of the api bundle. */
    private static ModuleDescriptor kept(ModuleDescriptor module) {
        return new ModuleDescriptor(
                module.name(), module.title(), module.feature(), false, List.of(), module.personal());
    }

    private List<ModuleDescriptor> read() {
        return transactions.call(() -> new ArrayList<>(sql.list(
                row -> new ModuleDescriptor(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        false,
                        List.of(),
                        row.getString(4).isEmpty()
                                ? Set.of()
                                : Set.of(row.getString(4).split(","))),
                "SELECT name, title, feature, personal FROM platform.known_module")));
    }
}
