package org.stepwise.accounting.internal.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The ledger as an hledger journal. */
@Service
@Command(scope = "accounting", name = "hledger", description = "Writes the ledger as an hledger journal")
public final class HledgerCommand extends LedgerCommand {
    @Argument(name = "file", description = "where to write it; without it: to the console")
    String file;

    @Option(name = "--up-to", description = "last day by value date; without it: everything")
    String upTo;

    @Override
    protected void run() {
        var journal = ledger.hledger(day(upTo));
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
