package org.stepwise.modules.internal.record;

import java.sql.SQLException;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.modules.internal.kept.KeptLayout;
import org.stepwise.security.Forgets;

/**
 * Takes what is personal of an erased person out of all described records and documents, of modules that are off as
 * well. In a rebuild it reads as nothing, for the key is gone.
 */
@Component
public final class RecordMemory implements Forgets {
    private final RecordCatalogue catalogue;
    private final Transactions transactions;
    private final Sql sql;

    @Activate
    public RecordMemory(
            @Reference RecordCatalogue catalogue, @Reference Transactions transactions, @Reference Sql sql) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public void forget(Id company, Id person) {
        catalogue.kept().forEach(layout -> layout.personal().forEach((table, columns) -> {
            if (isMade(table)) {
                sql.write(
                        "UPDATE " + table + " SET " + String.join(" = NULL, ", columns)
                                + " = NULL WHERE company = ? AND " + KeptLayout.PERSON + " = ?",
                        company,
                        person);
            }
        }));
    }

    /** A module that was never on has no tables. */
    private boolean isMade(String table) {
        var name = table.split("\\.");
        try (var connection = transactions.connection()) {
            var database = connection.getMetaData();
            var upper = database.storesUpperCaseIdentifiers();
            try (var found = database.getTables(null, spelled(name[0], upper), spelled(name[1], upper), null)) {
                return found.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("nobody knows whether there is " + table, failure);
        }
    }

    private static String spelled(String name, boolean upper) {
        return upper ? name.toUpperCase(Locale.ROOT) : name;
    }
}
