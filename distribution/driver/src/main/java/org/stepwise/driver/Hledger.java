package org.stepwise.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What another program makes of our ledger. */
public final class Hledger {
    private Hledger() {}

    /** Exports the ledger to a file, has it checked strictly, and tells the balance of every account that has one. */
    public static Map<String, BigDecimal> balances(Rest rest, Path file) {
        try {
            Files.writeString(
                    file,
                    rest.get("/api/accounting/ledger.hledger").is(200).raw().body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var hledger = Program.needed("hledger");
        Program.say(List.of(hledger, "-f", file.toString(), "check", "--strict"));
        var balances = new TreeMap<String, BigDecimal>();
        Program.say(List.of(hledger, "-f", file.toString(), "balance", "--flat", "-N", "-O", "csv"))
                .lines()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .forEach(cells -> balances.put(
                        cells[0].substring(cells[0].lastIndexOf(':') + 1),
                        new BigDecimal(cells[1].split(" ")[0]).setScale(2)));
        return balances;
    }

    /** The same of a trial balance: debit less credit of every account where they differ. */
    public static Map<String, BigDecimal> balances(Map<String, List<String>> trialBalance) {
        var balances = new TreeMap<String, BigDecimal>();
        trialBalance.forEach((account, sides) ->
                balances.put(account, new BigDecimal(sides.get(0)).subtract(new BigDecimal(sides.get(1)))));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }
}
