package org.stepwise.accounting.internal.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.console.OptionsAnywhere;

/** The ledger as an hledger journal. */
@Service
@Command(scope = "accounting", name = "hledger", description = "Writes the ledger as an hledger journal")
@Parsing(OptionsAnywhere.class)
public final class HledgerCommand extends LedgerCommand {
    @Argument(name = "file", description = "where to write it; without it: to the console")
    String file;

    @Option(name = "--up-to", description = "last day; without it: everything")
    String upTo;

    @Option(name = "--by", description = "posting-date, which never changes a closed month, or value-date")
    String by;

    @Override
    protected void run() {
        var journal = ledger.hledger(day(upTo), By.of(by));
        if (file == null) {
            out().print(journal);
            return;
        }
        try {
            Files.writeString(Path.of(file), journal);
        } catch (IOException failure) {
            throw new UncheckedIOException("the journal cannot be written to " + file, failure);
        }
        out().println("written to " + file);
    }
}
