package org.stepwise.web.internal.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Users;
import org.stepwise.web.internal.operation.WebPermissions;

/** What people are called who did something: told to themselves, and to whoever may know. */
@Component(service = Actors.class)
public final class Actors {
    private static final String MANAGE_USERS = "erp.user.manage";
    private static final Id SYSTEM = new Id(0);

    private final Users users;
    private final Callers callers;

    @Activate
    public Actors(@Reference Users users, @Reference Callers callers) {
        this.users = users;
        this.callers = callers;
    }

    /** Those whose names the caller may know. */
    Map<Id, String> names(Collection<Id> people) {
        var caller = callers.current();
        var names = new HashMap<Id, String>();
        var all = caller.may(WebPermissions.READ_NAMES) || caller.may(MANAGE_USERS);
        if (people.stream().allMatch(each -> each.equals(SYSTEM) || !all && !each.equals(caller.user()))) {
            return names;
        }
        var system = new Caller(
                SYSTEM, "system", caller.company(), "system", caller.zone(), Locale.ENGLISH, Set.of(MANAGE_USERS));
        callers.as(system, users::all).stream()
                .filter(user -> all || user.id().equals(caller.user()))
                .forEach(user -> names.put(user.id(), user.displayName()));
        return names;
    }
}
