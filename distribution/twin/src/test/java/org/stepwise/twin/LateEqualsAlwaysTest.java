package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.twin.Variant.Switch.interrupted;
import static org.stepwise.twin.Variant.Switch.off;
import static org.stepwise.twin.Variant.Switch.on;
import static org.stepwise.twin.Variant.Switch.rebuilt;
import static org.stepwise.twin.Variant.Switch.shuffled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Database;
import org.stepwise.export.Differences;
import org.stepwise.testkit.Law;

/**
 * Companies that live through the same days and differ only in when warehouse and accounting were switched on end as
 * the same company, byte for byte. {@code -Dstepwise.twin=whole} walks all days and all moments.
 */
class LateEqualsAlwaysTest {
    private static final boolean WHOLE = "whole".equals(System.getProperty("stepwise.twin"));
    private static final int DAYS = WHOLE ? Integer.MAX_VALUE : 28;
    private static final int CHECKPOINTS = WHOLE ? 4 : 2;
    private static final String WAREHOUSE = "warehouse";
    private static final String ACCOUNTING = "accounting";

    @Law({2, 4, 5, 11, 13})
    @Test
    void whenModulesWereSwitchedOnMakesNoDifferenceNorDoesTheDatabase() {
        var script = new Script(DAYS);
        try (var derby = new Tree(script, CHECKPOINTS, Database.Kind.DERBY);
                var postgresql = new Tree(script, CHECKPOINTS, Database.Kind.POSTGRESQL)) {
            var always = derby.export(always());
            assertThat(always).contains("SHORT-1").contains("1200 ");
            for (var variant : variants()) {
                same(always, derby, variant);
            }
            same(always, postgresql, always());
            for (var variant : WHOLE ? variants() : hardest()) {
                same(always, postgresql, variant);
            }
        }
    }

    private static void same(String always, Tree tree, Variant variant) {
        assertThat(Differences.between(always, tree.export(variant)))
                .as("%s on %s", variant, tree.kind())
                .isEmpty();
    }

    private static Variant always() {
        return Variant.of("both from the first day", Map.of(0, List.of(on(WAREHOUSE), on(ACCOUNTING))));
    }

    private static List<Variant> variants() {
        var variants = new ArrayList<Variant>();
        for (int w = 0; w <= CHECKPOINTS; w++) {
            for (int a = 0; a <= CHECKPOINTS; a++) {
                if (w == a) {
                    variants.add(Variant.of(
                            "both at " + w + ", accounting first", Map.of(w, List.of(on(ACCOUNTING), on(WAREHOUSE)))));
                    if (w > 0) {
                        variants.add(Variant.of("both at " + w, Map.of(w, List.of(on(WAREHOUSE), on(ACCOUNTING)))));
                    }
                } else {
                    variants.add(Variant.of(
                            "warehouse at " + w + ", accounting at " + a,
                            Map.of(w, List.of(on(WAREHOUSE)), a, List.of(on(ACCOUNTING)))));
                }
            }
        }
        variants.addAll(hardest());
        return variants;
    }

    /** Off and on, rebuilt, shuffled, interrupted: where one database could differ from the other. */
    private static List<Variant> hardest() {
        int end = CHECKPOINTS;
        var both = List.of(on(WAREHOUSE), on(ACCOUNTING));
        return List.of(
                Variant.of(
                        "off and on again",
                        Map.of(
                                0,
                                both,
                                1,
                                List.of(off(WAREHOUSE), off(ACCOUNTING)),
                                end,
                                List.of(on(ACCOUNTING), on(WAREHOUSE)))),
                Variant.of(
                        "purged and rebuilt",
                        Map.of(0, both, end, List.of(rebuilt(WAREHOUSE), rebuilt(ACCOUNTING), rebuilt("crm")))),
                Variant.of("consequences shuffled", Map.of(0, both, end, List.of(shuffled()))),
                Variant.of(
                        "gone while catching up", Map.of(1, List.of(interrupted(WAREHOUSE), interrupted(ACCOUNTING)))));
    }
}
