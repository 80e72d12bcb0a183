package org.stepwise.web.internal.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.stepwise.error.Refusal;
import org.stepwise.error.Rejected;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.internal.csv.CsvImport;
import org.stepwise.web.internal.register.Registers;

@Service
@Command(scope = "erp", name = "import", description = "Creates what a CSV file holds: all of it, or nothing")
public final class ImportCommand implements Action {
    @Reference
    CsvImport imports;

    @Reference
    Registers registers;

    @Reference
    ConsoleCaller caller;

    @Reference
    Session session;

    @Argument(name = "file", required = true, description = "CSV in UTF-8; its first row names the fields")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--into", required = true, description = "Where to, such as masterdata.parties")
    @Completion(RegisterCompleter.class)
    String into;

    @Option(name = "--dry-run", description = "Says what would be refused and creates nothing")
    boolean dryRun;

    @Option(name = "--company", description = "Name or id of the company; otherwise the first one")
    String company;

    @Override
    public Object execute() {
        try {
            var outcome = caller.run(company, this::take);
            var done = outcome.dryRun() ? " documents would be created" : " documents were created";
            session.getConsole().println(outcome.rows() + done);
            if (!outcome.passedOver().isEmpty()) {
                session.getConsole()
                        .println("Not read, because nobody enters it: " + String.join(", ", outcome.passedOver()));
            }
            return null;
        } catch (Refusal refused) {
            refused.fields().forEach((where, reason) -> session.getConsole().println(where + ": " + reason));
            throw refused;
        }
    }

    private CsvImport.Outcome take() {
        var name = into.split("\\.", 2);
        if (name.length < 2) {
            throw new Rejected("erp.import.unknown-register", "--into is to be written module.plural, not " + into);
        }
        var register = registers.find(name[0], name[1]);
        try (var csv = Files.newInputStream(Path.of(file))) {
            return imports.take(register, csv, dryRun);
        } catch (IOException unreadable) {
            throw new Rejected("erp.import.unreadable", "the file " + file + " cannot be read; look at its path");
        }
    }
}
