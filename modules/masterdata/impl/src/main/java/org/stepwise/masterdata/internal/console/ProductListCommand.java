package org.stepwise.masterdata.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.masterdata.internal.product.ProductRegister;
import org.stepwise.web.Register;

/** Products and their list prices. */
@Service
@Command(
        scope = "masterdata",
        name = "product-list",
        description = "Lists products with their list prices of today and the next")
public final class ProductListCommand extends ListCommand {
    @Reference
    ProductRegister products;

    @Override
    Register register() {
        return products;
    }

    @Override
    List<String> columns() {
        return List.of(
                "id", "code", "name", "unit", "kind", "taxCode", "listPrice", "nextPrice", "nextPriceFrom", "active");
    }
}
