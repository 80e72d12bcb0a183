package org.stepwise.security.internal.login;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.security.UserNames;

/** Looks the names of users up, all in one statement. */
@Component
public final class AccountNames implements UserNames {
    private final Sql sql;

    /** The table is there when {@link AccountTable} is. */
    @Activate
    public AccountNames(@Reference Sql sql, @Reference AccountTable table) {
        this.sql = sql;
    }

    @Override
    public Map<Id, String> of(Collection<Id> users) {
        var names = new HashMap<Id, String>();
        sql.list(
                row -> names.put(new Id(row.getLong(1)), row.getString(2)),
                "SELECT id, display_name FROM platform.user_account WHERE id IN (?)",
                new HashSet<>(users));
        return names;
    }
}
