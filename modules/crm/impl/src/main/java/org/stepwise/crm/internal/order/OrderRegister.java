package org.stepwise.crm.internal.order;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.error.NotFound;
import org.stepwise.web.Description;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/** Orders as a list and form, with everything one does with them. */
@Component(service = {Register.class, OrderRegister.class})
public final class OrderRegister implements Register {
    private final OrderService orders;
    private final InvoiceService invoices;
    private final SalesVerbs sales;
    private final Lists lists;

    @Activate
    public OrderRegister(
            @Reference OrderService orders,
            @Reference InvoiceService invoices,
            @Reference SalesVerbs sales,
            @Reference Lists lists) {
        this.orders = orders;
        this.invoices = invoices;
        this.sales = sales;
        this.lists = lists;
    }

    @Override
    public Description description() {
        return OrderDescription.DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return sales.read(description().read(), () -> lists.page(OrderDescription.LIST, sales.company(), query));
    }

    @Override
    public Found find(Id id) {
        var order = orders.find(id);
        return new Found(order, order.version());
    }

    /** A draft, unless it shall be binding at once. */
    @Override
    public Id create(Form form) {
        var order = wanted(form, new NewOrder(null, null, null, null, null, null, List.of()));
        boolean hold = Boolean.TRUE.equals(form.flag("hold"));
        if (Boolean.TRUE.equals(form.flag("confirm"))) {
            return orders.place(order, hold).id();
        }
        return sales.write(CrmPermissions.ORDER_DRAFT, () -> {
            var draft = orders.draft(order);
            if (hold) {
                orders.hold(draft, -1);
            }
            return draft;
        });
    }

    @Override
    public void change(Id id, long version, Form form) {
        var known = orders.find(id);
        var lines = known.lines().stream()
                .map(line -> new NewLine(line.product(), line.quantity(), line.price(), line.discount()))
                .toList();
        orders.change(
                id,
                version,
                wanted(
                        form,
                        new NewOrder(
                                known.customer(),
                                known.reference(),
                                known.salesperson(),
                                known.orderedOn(),
                                known.requiredOn(),
                                known.freight(),
                                lines)));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        switch (verb) {
            case "confirm" -> orders.confirm(id, version, form.day("on"));
            case "cancel" -> orders.cancel(id, version, form.text("reason"), form.day("on"));
            case "hold" -> orders.hold(id, version);
            case "deliver" -> orders.deliver(id, version, quantities(form), form.day("on"));
            case "invoice" -> invoices.issue(id, form.day("on"));
            default -> throw new NotFound("erp.register.no-verb", description().name() + " knows no \"" + verb + "\"");
        }
    }

    /** Everything that is open, unless one line is named. */
    private static List<LineQuantity> quantities(Form form) {
        if (form.decimal("line") == null && form.decimal("quantity") == null) {
            return List.of();
        }
        return List.of(new LineQuantity(Wanted.INPUT.line("line", form.decimal("line")), form.decimal("quantity")));
    }

    /** What the form says; what it leaves out stays as it is known. */
    private static NewOrder wanted(Form form, NewOrder known) {
        return new NewOrder(
                form.has("customer") ? form.id("customer") : known.customer(),
                form.has("reference") ? form.text("reference") : known.reference(),
                form.has("salesperson") ? form.id("salesperson") : known.salesperson(),
                form.has("orderedOn") ? form.day("orderedOn") : known.orderedOn(),
                form.has("requiredOn") ? form.day("requiredOn") : known.requiredOn(),
                form.has("freight") ? form.decimal("freight") : known.freight(),
                form.has("lines")
                        ? form.lines("lines").stream().map(OrderRegister::line).toList()
                        : known.lines());
    }

    private static NewLine line(Form form) {
        return new NewLine(
                form.id("product"), form.decimal("quantity"), form.decimal("price"), form.decimal("discount"));
    }
}
