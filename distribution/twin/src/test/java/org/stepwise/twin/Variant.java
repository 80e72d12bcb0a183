package org.stepwise.twin;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * When which module is switched: at each checkpoint the switches are done before the days that follow it.
 *
 * @param switches by checkpoint, 0 is before the first day
 */
record Variant(String name, SortedMap<Integer, List<Switch>> switches) {

    /** One act of an administrator. */
    record Switch(String module, String what, boolean interrupts, Consumer<TwinCompany> act) {
        static Switch on(String module) {
            return new Switch(module, "on", false, company -> company.enable(module));
        }

        /** Switched on, and the process gone before it has caught up; the next one goes on. */
        static Switch interrupted(String module) {
            return new Switch(module, "interrupted", true, company -> company.begin(module));
        }

        static Switch off(String module) {
            return new Switch(module, "off", false, company -> company.disable(module));
        }

        /** All modules rebuilt from a log whose consequences have changed places. */
        static Switch shuffled() {
            return new Switch("consequences", "shuffled", false, company -> {
                var modules = List.of("accounting", "warehouse", "crm");
                company.settle();
                modules.forEach(company::disable);
                modules.forEach(company::purge);
                Shuffle.consequences(company);
                modules.forEach(company::enable);
            });
        }

        static Switch rebuilt(String module) {
            return new Switch(module, "rebuilt", false, company -> {
                company.settle();
                company.disable(module);
                company.purge(module);
                company.enable(module);
            });
        }
    }

    static Variant of(String name, Map<Integer, List<Switch>> switches) {
        return new Variant(name, new TreeMap<>(switches));
    }

    List<Switch> at(int checkpoint) {
        return switches.getOrDefault(checkpoint, List.of());
    }

    /** What was switched up to and including a checkpoint: companies with the same are the same. */
    String prefix(int checkpoint) {
        var prefix = new StringBuilder();
        switches.headMap(checkpoint + 1)
                .forEach((at, done) -> done.forEach(one -> prefix.append(at)
                        .append(' ')
                        .append(one.module())
                        .append(' ')
                        .append(one.what())
                        .append("; ")));
        return prefix.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
