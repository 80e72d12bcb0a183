package org.stepwise.warehouse.internal.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.internal.valuation.Books;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** How stock is valued, from which day on. */
@Component(service = {Register.class, ValuationRegister.class})
public final class ValuationRegister implements Register {
    private static final String[] METHODS = {"FIFO", "AVERAGE"};
    private static final TableList LIST = new TableList(
            "warehouse.valuation_method",
            "id",
            List.of(Column.choice("method", "method", METHODS), Column.of("validFrom", ValueType.DATE, "valid_from")));
    private static final Description DESCRIPTION = new Description(
            "warehouse",
            "valuations",
            WarehousePermissions.STOCK_READ,
            Stream.concat(LIST.columns().stream(), Stream.of(Dated.STATE)).toList(),
            List.of(
                    Field.choice("method", METHODS).must().onCreate(),
                    Field.of("validFrom", ValueType.DATE).must().onCreate()),
            null,
            WarehousePermissions.VALUATION_SET,
            null,
            List.of(new Description.Verb("withdraw", WarehousePermissions.VALUATION_SET, Map.of(), List.of())));
    private static final Dated DATED = Dated.ofCompany("warehouse.valuation_method");

    private final StockService stock;
    private final WarehouseLists lists;

    @Activate
    public ValuationRegister(@Reference StockService stock, @Reference WarehouseLists lists) {
        this.stock = stock;
        this.lists = lists;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return lists.dated(DATED, LIST, query);
    }

    @Override
    public Found find(Id id) {
        return lists.row(DESCRIPTION.read(), LIST, id);
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("withdraw")) {
            throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
        stock.withdrawValuation(Books.firstDay(id));
    }

    @Override
    public Id create(Form form) {
        var day = form.day("validFrom");
        stock.setValuation(form.text("method"), day);
        return Books.setting(day);
    }
}
