package org.stepwise.warehouse.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewValuation;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** How stock is valued, from which day on. */
@Component(service = {Register.class, ValuationRegister.class})
public final class ValuationRegister extends CommandRegister {
    private static final String TABLE = "warehouse.valuation_method";
    private static final TableList LIST =
            TableList.of(TABLE, Column.choice("method", "method", "FIFO", "AVERAGE"), Column.day("validFrom"));

    @Activate
    public ValuationRegister(@Reference StockService stock, @Reference Reader reader) {
        super(Sheet.of("warehouse.valuations", WarehousePermissions.STOCK_READ)
                .dated(reader, LIST, Dated.ofCompany(TABLE))
                .unknown("warehouse.valuation.unknown")
                .create(WarehousePermissions.VALUATION_SET, NewValuation.class, stock::setValuation)
                .withdraw(WarehousePermissions.VALUATION_SET, (of, day) -> stock.withdrawValuation(day)));
    }
}
