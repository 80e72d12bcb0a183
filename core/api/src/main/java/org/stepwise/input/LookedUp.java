package org.stepwise.input;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwise.data.Id;

/**
 * What a verb looks up of rows anyway, remembered: it tells first what is wrong with naming them ({@link
 * Naming#instead}), and gives then what was found, so that nothing is asked twice.
 *
 * @param <T> what there is to know of a row
 */
public final class LookedUp<T> implements Naming {
    private final Function<Set<Id>, Map<Id, T>> lookUp;
    private final Function<T, String> wrong;
    private final Map<Id, T> found = new HashMap<>();

    /**
     * @param lookUp what is known of these rows; those that there are not are left out
     * @param wrong what is wrong with naming one anew, such as {@code is a service}; null for nothing
     */
    public LookedUp(Function<Set<Id>, Map<Id, T>> lookUp, Function<T, String> wrong) {
        this.lookUp = lookUp;
        this.wrong = wrong;
    }

    @Override
    public Map<Object, String> complaints(To to, Set<Object> named) {
        var rows = of(named.stream().map(Id.class::cast).collect(Collectors.toSet()));
        var complaints = new LinkedHashMap<Object, String>();
        for (var each : named) {
            var row = rows.get(each);
            var complaint = row == null ? to.unknown() : wrong.apply(row);
            if (complaint != null) {
                complaints.put(each, complaint);
            }
        }
        return complaints;
    }

    /** Of these rows; only what was not asked for yet is looked up. */
    public Map<Id, T> of(Collection<Id> rows) {
        var missing = new HashSet<>(rows);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            found.putAll(lookUp.apply(missing));
        }
        return found;
    }
}
