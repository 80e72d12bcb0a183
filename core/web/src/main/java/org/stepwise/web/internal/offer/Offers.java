package org.stepwise.web.internal.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stepwise.web.Register;
import org.stepwise.web.RegisterExtension;

/**
 * The registers and extensions that bundles offer. It waits for none of them, so that what they are made of may look at
 * other registers; the {@link Collector} brings them.
 */
@Component(service = Offers.class)
public final class Offers {
    private final Map<String, Register> registers = new ConcurrentHashMap<>();
    private final List<RegisterExtension> extensions = new CopyOnWriteArrayList<>();

    @Activate
    public Offers() {}

    void add(Register register) {
        registers.put(register.description().name(), register);
    }

    void remove(Register register) {
        registers.values().remove(register);
    }

    void add(RegisterExtension extension) {
        extensions.add(extension);
    }

    void remove(RegisterExtension extension) {
        extensions.remove(extension);
    }

    public Optional<Register> register(String name) {
        return Optional.ofNullable(registers.get(name));
    }

    public List<Register> registers() {
        return List.copyOf(registers.values());
    }

    public List<RegisterExtension> extensions() {
        return extensions;
    }
}
