package org.stepwise.torture.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.stepwise.export.CanonicalExport;
import org.stepwise.export.Differences;
import org.stepwise.torture.Run;
import org.stepwise.torture.site.DatabaseCopy;

/** The tables that the tortured server wrote are those that its log makes anew. */
final class Rebuild {
    private static final List<String> MODULES = List.of("accounting", "warehouse", "crm");

    private final Run run;

    Rebuild(Run run) {
        this.run = run;
    }

    void compare(DatabaseCopy copy) {
        // Holds are no facts: a rebuild does not know them.
        copy.execute("DELETE FROM warehouse.stock_hold");
        try (var company = copy.company()) {
            company.settle();
            var live = new CanonicalExport(company).write();
            MODULES.forEach(company::disable);
            MODULES.forEach(company::purge);
            company.enable("crm");
            company.enable("warehouse");
            company.enable("accounting");
            company.settle();
            tell(live, new CanonicalExport(company).write());
        }
    }

    private void tell(String live, String rebuilt) {
        if (live.equals(rebuilt)) {
            return;
        }
        var differences = Differences.between(live, rebuilt);
        try {
            Files.writeString(run.site().folder().resolve("live.txt"), live);
            Files.writeString(run.site().folder().resolve("rebuilt.txt"), rebuilt);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run.violated(
                "a rebuild differs in %d lines: %s",
                differences.size(), String.join("\n", differences.subList(0, Math.min(6, differences.size()))));
    }
}
