package org.stepwise.modules.internal.life;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Homes;
import org.stepwise.web.Register;

/** The registers through which people reach the modules; they come one by one, as subscriptions do. */
@Component(service = ModuleRegisters.class)
public final class ModuleRegisters {
    private final Set<Register> present = new CopyOnWriteArraySet<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addRegister(Register register, Map<String, Object> service) {
        var description = register.description();
        if (Homes.mayOffer("the register " + description.name(), description.module(), service)) {
            present.add(register);
        }
        notifyAll();
    }

    public void removeRegister(Register register) {
        present.remove(register);
    }

    /** A module that were on before all its registers are there would answer that some of them do not exist. */
    synchronized void await(String module, int registers, long seconds) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (of(module) < registers) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("only %d of the %d registers of %s are there after %d seconds"
                        .formatted(of(module), registers, module, seconds));
            }
            wait(left);
        }
    }

    private long of(String module) {
        return present.stream()
                .filter(register -> register.description().module().equals(module))
                .count();
    }
}
