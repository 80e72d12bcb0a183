package org.stepwise.warehouse.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.internal.desk.Quantities;
import org.stepwise.warehouse.internal.register.TypedNames;

/** Goods come in. */
@Service
@Command(scope = "warehouse", name = "receive", description = "Records goods received of one product")
public final class ReceiveCommand extends CompanyCommand {
    @Reference
    StockService stock;

    @Reference
    TypedNames names;

    @Argument(index = 0, name = "product", required = true, description = "The product's code")
    @Completion(ProductCodeCompleter.class)
    String product;

    @Argument(index = 1, name = "quantity", required = true, description = "In the product's base unit")
    String quantity;

    @Argument(index = 2, name = "unit-cost", required = true, description = "In the company's currency")
    String unitCost;

    @Option(name = "--reference", description = "The supplier's delivery note")
    String reference;

    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        var line = new NewReceiptLine(
                names.product(product),
                Quantities.INPUT.typed("quantity", quantity),
                Quantities.INPUT.typed("unitCost", unitCost));
        out().println(stock.receive(new NewReceipt(null, reference, day(on), List.of(line))));
    }
}
