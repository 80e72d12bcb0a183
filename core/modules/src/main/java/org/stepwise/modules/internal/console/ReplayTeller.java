package org.stepwise.modules.internal.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stepwise.console.Listing;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.module.Replays;
import org.stepwise.module.Replays.Report;
import org.stepwise.module.Replays.State;
import org.stepwise.modules.internal.replay.ReplayView;

/** Waits for a replay and tells in plain words what it has found; whoever stops waiting ends it. */
record ReplayTeller(Replays replays, ReplayView view, Id company, String module) {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SAY_EVERY_LOOKS = 10;

    /** @param silent for programs, which read nothing but the answer */
    Report ended(PrintStream out, boolean silent) {
        for (long look = 0; ; look++) {
            var report = replays.find(company, module).orElseThrow();
            if (report.state() == State.FAILED) {
                throw new Conflict("erp.replay.failed", "the replay of " + module + " has failed: " + report.reason());
            }
            if (report.state() == State.DONE) {
                return report;
            }
            if (Thread.currentThread().isInterrupted()) {
                replays.cancel(company, module);
                throw new Conflict("erp.replay.cancelled", "the replay of " + module + " is being ended");
            }
            if (!silent && look % SAY_EVERY_LOOKS == SAY_EVERY_LOOKS - 1) {
                out.printf("%s %s, %d of %d events%n", module, report.reason(), report.read(), report.events());
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    void tell(PrintStream out, Report report) {
        out.printf(
                "%s as installed now was given all %d events once more, in %d seconds.%n",
                module, report.events(), report.seconds());
        report.warnings().forEach(warning -> out.println("Beware: " + warning));
        if (report.differences() == 0) {
            out.println("It posts what stands; nothing is to be corrected.");
            return;
        }
        out.printf(
                "It posts %d figures or consequences differently%s:%n",
                report.differences(), report.differences() > report.listed().size() ? ", these and others" : "");
        list(out, report);
        out.println(report.corrected() == null ? "Nothing was changed." : corrected(report.corrected()));
    }

    private void list(PrintStream out, Report report) {
        var listing = new Listing("document", "day", "of", "stands", "computed");
        view.items(company, report)
                .forEach(item -> listing.row(
                        document(item), item.get("on"), item.get("of"), item.get("stands"), item.get("computed")));
        listing.print(out);
        var totals = new Listing("of", "differences", "stands", "computed");
        report.totals().forEach(total -> totals.row(total.of(), total.differences(), total.stands(), total.computed()));
        out.println("In all:");
        totals.print(out);
    }

    private static String corrected(long documents) {
        return documents + " documents or consequences are corrected by what is posted now; ask again whether any is"
                + " left.";
    }

    private static Object document(Map<String, Object> item) {
        return item.get("number") == null ? item.get("document") : item.get("number");
    }
}
