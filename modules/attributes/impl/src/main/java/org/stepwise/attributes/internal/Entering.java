package org.stepwise.attributes.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

    void begin(String register, Set<String> filled) {
        transactions.pending(this, Now::new).filled.put(register, Set.copyOf(filled));
    }

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
