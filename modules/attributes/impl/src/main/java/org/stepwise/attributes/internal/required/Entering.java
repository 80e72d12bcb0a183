package org.stepwise.attributes.internal.required;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;

/** What is being entered for a row that is not there yet: its values are recorded behind it, in one transaction. */
@Component(service = Entering.class)
public final class Entering {
    private final Transactions transactions;

    @Activate
    public Entering(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** A row is about to be made with these. */
    public void begin(String register, Map<String, String> values) {
        begin(register, filled(values));
    }

    /** Lines are about to be made with these: filled is what all of them have, for which one is which is not known. */
    public void begin(String lines, List<Map<String, String>> values) {
        begin(
                lines,
                values.stream()
                        .map(Entering::filled)
                        .reduce((one, other) -> {
                            one.retainAll(other);
                            return one;
                        })
                        .orElse(Set.of()));
    }

    private static Set<String> filled(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null && !value.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void begin(String register, Set<String> filled) {
        transactions.pending(this, Now::new).filled.put(register, Set.copyOf(filled));
    }

    /** What is being entered for rows of the register, or for all its lines. */
    Set<String> filled(String register) {
        return transactions.pending(this, Now::new).filled.getOrDefault(register, Set.of());
    }

    private static final class Now implements Transactions.Pending {
        private final Map<String, Set<String>> filled = new HashMap<>();

        @Override
        public void write() {
            // Only to be asked.
        }
    }
}
