package org.stepwise.testkit.container;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Starts components with what they need, those they need first, and calls their bind methods as more come. One whose
 * needs cannot be met is left out, and why is kept; one that fails to start fails the test.
 */
public final class Components implements AutoCloseable {
    private final ClassLoader loader;
    private final Map<String, Map<String, Object>> configurations;
    private final Map<String, Description> waiting = new LinkedHashMap<>();
    private final Map<String, String> reasons = new TreeMap<>();
    private final Map<String, Runnable> late = new HashMap<>();
    private final Map<String, UnaryOperator<Object>> around = new HashMap<>();
    private final List<Offer> offers = new CopyOnWriteArrayList<>();
    private final List<Active> active = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final Deque<String> starting = new ArrayDeque<>();

    private record Active(Description description, Construction construction, Object component) {}

    public Components(ClassLoader loader, Map<String, Map<String, Object>> configurations) {
        this.loader = loader;
        this.configurations = configurations;
    }

    /** Makes a service known to all components, those that run already included. */
    public void offer(Set<String> interfaces, Object service, Map<String, Object> properties) {
        var offer = new Offer(interfaces, service, properties);
        offers.add(offer);
        for (var running : active) {
            for (var reference : running.description().references()) {
                if (reference.bind() != null && offer.answers(reference.interfaceName(), reference.target())) {
                    running.construction().call(running.component(), reference.bind(), service, properties);
                }
            }
        }
    }

    /** Takes a service back from all components that have it bound. */
    public void withdraw(Object service) {
        for (var offer : offers) {
            if (offer.service() == service && offers.remove(offer)) {
                for (var running : active) {
                    unbind(running, offer);
                }
            }
        }
    }

    private static void unbind(Active running, Offer offer) {
        for (var reference : running.description().references()) {
            if (reference.unbind() != null && offer.answers(reference.interfaceName(), reference.target())) {
                running.construction()
                        .call(running.component(), reference.unbind(), offer.service(), offer.properties());
            }
        }
    }

    /** Offers services of a kind only when somebody asks for it first. */
    public void whenAsked(String interfaceName, Runnable offering) {
        late.put(interfaceName, offering);
    }

    /** Puts something around the services of a kind that components started later provide. */
    public void around(String interfaceName, UnaryOperator<Object> wrapping) {
        around.put(interfaceName, wrapping);
    }

    /** Runs when the platform ends, before what was started earlier ends. */
    public void atEnd(Runnable ending) {
        endings.push(ending);
    }

    /** Starts every component of the class path whose name is wanted. */
    public void start(Predicate<String> wanted) {
        for (var description : new DescriptionReader(loader).all()) {
            var replaced = description.provides().stream().anyMatch(this::isGiven);
            if (wanted.test(description.name()) && !replaced && !known(description.name())) {
                waiting.put(description.name(), description);
            }
        }
        for (var name : List.copyOf(waiting.keySet())) {
            start(name);
        }
    }

    private boolean known(String name) {
        return active.stream().anyMatch(running -> running.description().name().equals(name));
    }

    /** Given by the test itself, instead of the component that would provide it. */
    private boolean isGiven(String interfaceName) {
        return offers.stream()
                .anyMatch(offer -> offer.properties().containsKey("stepwise.replaces")
                        && offer.interfaces().contains(interfaceName));
    }

    private void start(String name) {
        var description = waiting.remove(name);
        if (description == null) {
            return;
        }
        starting.push(name);
        try {
            start(description);
            reasons.remove(name);
        } catch (Unsatisfied why) {
            reasons.put(name, why.getMessage());
        } finally {
            starting.pop();
        }
    }

    private void start(Description description) {
        Map<String, Object> properties = new HashMap<>(description.properties());
        var configuration = configurations.get(description.pid());
        if (configuration == null && description.configured()) {
            throw new Unsatisfied("has no configuration " + description.pid());
        }
        properties.putAll(configuration == null ? Map.of() : configuration);
        properties.put("component.name", description.name());
        description.references().stream().filter(Reference::mandatory).forEach(this::require);
        var construction = new Construction(description, properties, this);
        var component = construction.create(loader, reference -> services(matching(reference)));
        for (var reference : description.references()) {
            if (reference.bind() != null) {
                matching(reference)
                        .forEach(offer ->
                                construction.call(component, reference.bind(), offer.service(), offer.properties()));
            }
        }
        if (description.activate() != null) {
            construction.call(component, description.activate());
        }
        active.add(new Active(description, construction, component));
        if (description.deactivate() != null) {
            endings.push(() -> construction.call(component, description.deactivate()));
        }
        if (!description.provides().isEmpty()) {
            offer(Set.copyOf(description.provides()), wrapped(description, component), properties);
        }
    }

    private Object wrapped(Description description, Object component) {
        var service = component;
        for (var name : description.provides()) {
            service = around.getOrDefault(name, UnaryOperator.identity()).apply(service);
        }
        return service;
    }

    private void require(Reference reference) {
        if (matching(reference).isEmpty()) {
            var target = reference.target() == null ? "" : " " + reference.target();
            throw new Unsatisfied("needs " + reference.interfaceName() + target + reasonFor(reference.interfaceName()));
        }
    }

    private String reasonFor(String interfaceName) {
        return starting.size() > 1 ? " (asked for by way of " + String.join(" < ", starting) + ")" : "";
    }

    /** A dynamic reference is bound when its service comes: waiting for it would make circles of what is none. */
    private List<Offer> matching(Reference reference) {
        if (!reference.dynamic() || reference.mandatory()) {
            startProviders(reference.interfaceName());
        }
        return offers.stream()
                .filter(offer -> offer.answers(reference.interfaceName(), reference.target()))
                .toList();
    }

    private void startProviders(String interfaceName) {
        var offering = late.remove(interfaceName);
        if (offering != null) {
            offering.run();
        }
        for (var description : List.copyOf(waiting.values())) {
            if (description.provides().contains(interfaceName)) {
                start(description.name());
            }
        }
    }

    private static List<Object> services(List<Offer> found) {
        return found.stream().map(Offer::service).toList();
    }

    /** All services of a kind that the filter lets through, in the order they came. */
    public List<Object> find(String interfaceName, String filter) {
        startProviders(interfaceName);
        return services(offers.stream()
                .filter(offer -> offer.answers(interfaceName, filter))
                .toList());
    }

    /** The components that did not start, and why. */
    public Map<String, String> unsatisfied() {
        return Map.copyOf(reasons);
    }

    /** Ends everything in the opposite order; the first failure is thrown when all has been tried. */
    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        while (!endings.isEmpty()) {
            try {
                endings.pop().run();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
