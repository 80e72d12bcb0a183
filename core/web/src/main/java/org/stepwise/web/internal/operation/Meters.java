package org.stepwise.web.internal.operation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Deliveries;
import org.stepwise.security.Companies;
import org.stepwise.state.Conditions;
import org.stepwise.web.internal.answer.KeyedRequests;

/** What the server counts. */
@Component(service = Meters.class)
public final class Meters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge behind = MultiGauge.builder("stepwise.log.lag")
            .description("Events a subscription has still to take in")
            .register(registry);
    private final MultiGauge parked = MultiGauge.builder("stepwise.log.parked")
            .description("Events a subscription could not take in, with those held back behind them")
            .register(registry);
    private final MultiGauge matters = MultiGauge.builder("stepwise.state.conditions")
            .description("Conditions that an administrator should know of, by code")
            .register(registry);
    private final Companies companies;
    private final Deliveries deliveries;
    private final Conditions conditions;

    @Activate
    public Meters(
            @Reference KeyedRequests requests,
            @Reference Companies companies,
            @Reference Deliveries deliveries,
            @Reference Conditions conditions) {
        this.companies = companies;
        this.deliveries = deliveries;
        this.conditions = conditions;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        FunctionCounter.builder("stepwise.verbs", requests, KeyedRequests::verbs)
                .description("Verbs that came to their end")
                .register(registry);
    }

    @Deactivate
    public void close() {
        registry.close();
    }

    public void answered(String method, int status, long nanoseconds) {
        registry.timer("stepwise.http.requests", "method", method, "status", Integer.toString(status))
                .record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** Everything in the text format of Prometheus. */
    public String scrape() {
        var lags = new ArrayList<MultiGauge.Row<?>>();
        var stuck = new ArrayList<MultiGauge.Row<?>>();
        for (var company : companies.all()) {
            for (var standing : deliveries.standings(company.id())) {
                var tags = Tags.of("company", company.id().toString(), "subscription", standing.name());
                lags.add(MultiGauge.Row.of(tags, standing.behind()));
                stuck.add(MultiGauge.Row.of(tags, standing.parked()));
            }
        }
        behind.register(lags, true);
        parked.register(stuck, true);
        matters.register(matters(), true);
        return registry.scrape();
    }

    private List<MultiGauge.Row<?>> matters() {
        var counts = new TreeMap<String, Map<String, Integer>>();
        for (var condition : conditions.now()) {
            var gravity = condition.gravity().name().toLowerCase(Locale.ROOT);
            counts.computeIfAbsent(condition.code(), code -> new TreeMap<>()).merge(gravity, 1, Integer::sum);
        }
        var rows = new ArrayList<MultiGauge.Row<?>>();
        counts.forEach((code, byGravity) -> byGravity.forEach(
                (gravity, count) -> rows.add(MultiGauge.Row.of(Tags.of("code", code, "gravity", gravity), count))));
        return rows;
    }
}
