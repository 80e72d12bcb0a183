package org.stepwise.accounting.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.console.OptionsAnywhere;

/** The proof of the books; fails when they do not hold, so that a script notices. */
@Service
@Command(
        scope = "accounting",
        name = "proof",
        description = "Compares the ledger with itself and with stock and open items, at one position of the log")
@Parsing(OptionsAnywhere.class)
public final class ProofCommand extends LedgerCommand {
    @Option(name = "--json", description = "prints JSON")
    boolean json;

    @Override
    protected void run() {
        var proof = ledger.proof();
        if (json) {
            printJson(proof);
        } else {
            var table = new ShellTable();
            table.column("Check");
            table.column("Left").alignRight();
            table.column("Right").alignRight();
            table.column("Holds");
            var money = money();
            proof.checks().forEach(check -> table.addRow()
                    .addContent(
                            check.name(),
                            money.apply(check.left()),
                            money.apply(check.right()),
                            check.holds() ? "yes" : "NO"));
            table.print(out());
            proof.parked().forEach(parked -> out().printf(
                            "%s has %d events parked, the first at %d: see erp:log-parked%n",
                            parked.subscription(), parked.events(), parked.first()));
            proof.outOfOrder().forEach(each -> out().printf(
                            "%s is dated %s, and an earlier number of its series is of %s%n",
                            each.number(), each.on(), each.newest()));
            out().printf("at log position %d%n", proof.position());
        }
        if (!proof.holds()) {
            throw new IllegalStateException("the books do not hold at log position " + proof.position());
        }
    }
}
