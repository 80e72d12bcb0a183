package org.stepwise.log.internal.subscription;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.log.Projection;
import org.stepwise.log.Reaction;
import org.stepwise.log.Recorded;
import org.stepwise.log.Subscription;
import org.stepwise.log.internal.catalogue.EventCatalogue;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.module.Homes;

/** The subscriptions that are there now; they come and go with their bundles. */
@Component(service = Subscriptions.class)
public final class Subscriptions {
    private final EventCodec codec;
    private final EventCatalogue catalogue;
    private final Runnable look = this::look;
    private final Map<String, Definition> definitions = new ConcurrentHashMap<>();
    private final List<Consumer<Definition>> arrivals = new CopyOnWriteArrayList<>();
    private final List<Consumer<Definition>> departures = new CopyOnWriteArrayList<>();

    @Activate
    public Subscriptions(@Reference EventCodec codec, @Reference EventCatalogue catalogue) {
        this.codec = codec;
        this.catalogue = catalogue;
        catalogue.listen(look);
    }

    @Deactivate
    public void close() {
        catalogue.unlisten(look);
    }

    /** Types of events have come or gone. */
    private void look() {
        definitions.values().forEach(definition -> definition.look(catalogue));
    }

    @Reference(
            name = "Projections",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removedProjection")
    void addedProjection(Projection projection, Map<String, Object> service) {
        added(projection, service);
    }

    void removedProjection(Projection projection) {
        removed(projection);
    }

    @Reference(
            name = "Reactions",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removedReaction")
    void addedReaction(Reaction reaction, Map<String, Object> service) {
        added(reaction, service);
    }

    void removedReaction(Reaction reaction) {
        removed(reaction);
    }

    /** Applies what a verb records to the tables of its module, in the order in which projections are named. */
    public void apply(Recorded<?> recorded) {
        String type = codec.kind(recorded.event()).type();
        definitions.values().stream()
                .filter(definition ->
                        definition.projection() && definition.module().equals(recorded.module()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(definition -> definition.apply(type, recorded));
    }

    List<Definition> of(String module) {
        return definitions.values().stream()
                .filter(definition -> definition.module().equals(module))
                .toList();
    }

    /** Whether no bundle declares the type, and the module would take it in were it of a contract. */
    boolean strange(String module, String type) {
        List<Definition> there = of(module);
        return !catalogue.knows(type)
                && (there.isEmpty() || there.stream().anyMatch(Definition::byContract))
                && there.stream()
                        .allMatch(definition -> definition.handler(type).isEmpty());
    }

    void listen(Consumer<Definition> arrival, Consumer<Definition> departure) {
        arrivals.add(arrival);
        departures.add(departure);
    }

    void unlisten(Consumer<Definition> arrival, Consumer<Definition> departure) {
        arrivals.remove(arrival);
        departures.remove(departure);
    }

    private void added(Subscription subscription, Map<String, Object> service) {
        String module = subscription.module();
        String named =
                subscription.name().substring(0, Math.max(0, subscription.name().indexOf('.')));
        if (!Homes.mayOffer("the subscription " + subscription.name(), module, service)
                || !Homes.mayOffer("the subscription " + subscription.name(), named, service)) {
            return;
        }
        Definition arrived = new Definition(subscription, codec);
        Definition replaced = definitions.put(arrived.name(), arrived);
        // Once it is among those that are told: a type that comes just now is not missed.
        arrived.look(catalogue);
        if (replaced != null) {
            departures.forEach(departure -> departure.accept(replaced));
        }
        arrivals.forEach(arrival -> arrival.accept(arrived));
    }

    private void removed(Subscription subscription) {
        Definition known = definitions.get(subscription.name());
        if (known != null && known.subscription() == subscription) {
            definitions.remove(known.name());
            departures.forEach(departure -> departure.accept(known));
        }
    }
}
