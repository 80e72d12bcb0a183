package org.stepwise.twin;

import java.util.HashMap;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.testkit.Store;

/**
 * Walks the tree of switch-on moments: companies share their past as far as it is the same, from a copy of the database
 * taken at each checkpoint.
 */
final class Tree implements AutoCloseable {
    private final Script script;
    private final int checkpoints;
    private final Database.Kind kind;
    private final Map<String, Store> past = new HashMap<>();

    Tree(Script script, int checkpoints, Database.Kind kind) {
        this.script = script;
        this.checkpoints = checkpoints;
        this.kind = kind;
    }

    Database.Kind kind() {
        return kind;
    }

    /** The company at the end of the script, as text. */
    String export(Variant variant) {
        var store = at(variant, checkpoints);
        try (var copy = store.copy();
                var company = new TwinCompany(copy)) {
            variant.at(checkpoints).forEach(one -> one.act().accept(company));
            for (var module : new String[] {"crm", "warehouse", "accounting"}) {
                company.awaitOn(module);
            }
            company.settle();
            return company.export();
        }
    }

    /** The company at a checkpoint, before its switches. */
    private Store at(Variant variant, int checkpoint) {
        var key = checkpoint + ": " + (checkpoint == 0 ? "" : variant.prefix(checkpoint - 1));
        var known = past.get(key);
        if (known != null) {
            return known;
        }
        var store = checkpoint == 0
                ? Store.create(kind)
                : at(variant, checkpoint - 1).copy();
        if (checkpoint == 0) {
            try (var company = new TwinCompany(store)) {
                company.enable("crm");
            }
        } else {
            live(variant, checkpoint - 1, store);
        }
        past.put(key, store);
        return store;
    }

    private void live(Variant variant, int from, Store store) {
        var company = new TwinCompany(store);
        try {
            for (var one : variant.at(from)) {
                one.act().accept(company);
                if (one.interrupts()) {
                    company.close();
                    company = new TwinCompany(store);
                    company.awaitOn(one.module());
                }
            }
            if (from == 0) {
                script.begin(company);
            }
            script.live(company, day(from), day(from + 1));
            company.settle();
        } finally {
            company.close();
        }
    }

    private int day(int checkpoint) {
        return script.size() * checkpoint / checkpoints;
    }

    @Override
    public void close() {
        past.values().forEach(Store::close);
    }
}
