package org.stepwise.modules.internal.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwise.error.Conflict;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.event.FiguresCorrected.Corrected;
import org.stepwise.log.event.FiguresCorrected.Reconcluded;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Shadows;

/** What is to be corrected; recorded in parts, each a transaction: one that is killed is repeated for the rest. */
final class Corrections {
    /** So much is kept at once; whoever has more asks again. */
    private static final int MOST = 50_000;

    private static final int IN_ONE_FACT = 200;

    private final String module;
    private final String reason;
    private final List<Difference> consequences = new ArrayList<>();
    private final List<Corrected> figures = new ArrayList<>();
    private volatile long recorded;

    Corrections(String module, String reason) {
        this.module = module;
        this.reason = reason;
    }

    void concluded(Difference difference) {
        if (consequences.size() < MOST) {
            consequences.add(difference);
        }
    }

    void posted(Corrected document) {
        if (figures.size() < MOST) {
            figures.add(document);
        }
    }

    /** All is compared again. */
    void forgetPosted() {
        figures.clear();
    }

    /** Documents and consequences. */
    long recorded() {
        return recorded;
    }

    void record(Shadows.Shadow shadow, List<String> warnings) {
        if (!warnings.isEmpty()) {
            throw new Conflict(
                    "erp.replay.parked",
                    "nothing was corrected, for something is missing in what was compared: " + warnings.get(0));
        }
        Map<Boolean, List<Difference>> byStanding =
                consequences.stream().collect(Collectors.partitioningBy(each -> each.stands() == null));
        var changed = byStanding.get(false);
        if (!shadow.takesCorrections() && !(changed.isEmpty() && figures.isEmpty())) {
            throw new Conflict(
                    "erp.replay.not-correctable",
                    module
                            + " takes no corrections of what it has posted, so nothing was corrected; whoever made"
                            + " it must say how that is done");
        }
        parts(byStanding.get(true)).forEach(part -> record(shadow, List.of(), List.of(), part));
        parts(changed).forEach(part -> record(shadow, List.of(), reconcluded(part), List.of()));
        parts(figures).forEach(part -> record(shadow, part, List.of(), List.of()));
    }

    private void record(
            Shadows.Shadow shadow, List<Corrected> posted, List<Reconcluded> changed, List<Difference> only) {
        shadow.correct(new FiguresCorrected(module, reason, posted, changed), only);
        recorded += posted.size() + changed.size() + only.size();
    }

    private static List<Reconcluded> reconcluded(List<Difference> differences) {
        return differences.stream()
                .map(each -> new Reconcluded(
                        each.source().cause(),
                        each.source().reaction(),
                        each.source().ordinal(),
                        each.on(),
                        each.of(),
                        each.source().version(),
                        each.stands(),
                        each.computed()))
                .toList();
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IN_ONE_FACT) {
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + IN_ONE_FACT))));
        }
        return parts;
    }
}
