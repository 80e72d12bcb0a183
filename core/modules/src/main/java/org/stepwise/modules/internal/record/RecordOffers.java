package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Projection;
import org.stepwise.register.Reader;
import org.stepwise.web.Register;

/** Offers what is made of the described records: for each module a projection, for each kind a list. */
@Component(service = RecordOffers.class, immediate = true)
public final class RecordOffers {
    private final RecordCatalogue catalogue;
    private final RecordDesks desks;
    private final Reader reader;
    private final UsedBy uses;
    private final BundleContext services;
    private final Map<String, List<ServiceRegistration<?>>> offered = new HashMap<>();
    private final Consumer<String> listener = this::offer;

    @Activate
    public RecordOffers(
            ComponentContext context,
            @Reference RecordCatalogue catalogue,
            @Reference RecordDesks desks,
            @Reference Reader reader,
            @Reference UsedBy uses) {
        this.services = context.getBundleContext();
        this.catalogue = catalogue;
        this.desks = desks;
        this.reader = reader;
        this.uses = uses;
        catalogue.listen(listener);
    }

    @Deactivate
    public synchronized void close() {
        catalogue.unlisten(listener);
        List.copyOf(offered.keySet()).forEach(this::withdraw);
    }

    /** Anew, for they have come or gone. */
    private synchronized void offer(String module) {
        withdraw(module);
        var described = catalogue.of(module);
        if (described.isEmpty()) {
            return;
        }
        var registrations = new ArrayList<ServiceRegistration<?>>();
        offered.put(module, registrations);
        var kinds = new ArrayList<RecordRows<?>>();
        described.forEach(layout -> kinds.add(desks.rows(layout)));
        kinds.forEach(rows -> registrations.add(register(Register.class, register(rows))));
        registrations.add(register(Projection.class, new RecordFacts(module, kinds)));
    }

    private <T extends Record> Register register(RecordRows<T> rows) {
        return new RecordRegister<>(rows.layout(), new RecordDesk<>(rows, desks), reader, uses);
    }

    private <S> ServiceRegistration<S> register(Class<S> type, S service) {
        return services.registerService(type, service, null);
    }

    private void withdraw(String module) {
        var gone = offered.remove(module);
        if (gone != null) {
            gone.forEach(ServiceRegistration::unregister);
        }
    }
}
