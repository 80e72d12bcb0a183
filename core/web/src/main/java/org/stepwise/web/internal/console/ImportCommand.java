package org.stepwise.web.internal.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.error.Rejected;
import org.stepwise.web.internal.csv.CsvImport;
import org.stepwise.web.internal.register.Registers;

@Service
@Command(scope = "erp", name = "import", description = "Creates what a CSV file holds: all of it, or nothing")
@Parsing(OptionsAnywhere.class)
public final class ImportCommand extends CompanyCommand {
    @Reference
    CsvImport imports;

    @Reference
    Registers registers;

    @Argument(name = "file", required = true, description = "CSV in UTF-8; its first row names the fields")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--into", required = true, description = "Where to, such as masterdata.parties")
    @Completion(RegisterCompleter.class)
    String into;

    @Option(name = "--dry-run", description = "Says what would be refused and creates nothing")
    boolean dryRun;

    @Override
    protected void run() {
        var outcome = take();
        say(outcome.rows() + (outcome.dryRun() ? " documents would be created" : " documents were created"));
        if (!outcome.passedOver().isEmpty()) {
            say("Not read, because nobody enters it: " + String.join(", ", outcome.passedOver()));
        }
    }

    private CsvImport.Outcome take() {
        var register = registers.named(into);
        try (var csv = Files.newInputStream(Path.of(file))) {
            return imports.take(register, csv, dryRun);
        } catch (IOException unreadable) {
            throw new Rejected("erp.import.unreadable", "the file " + file + " cannot be read; look at its path");
        }
    }
}
