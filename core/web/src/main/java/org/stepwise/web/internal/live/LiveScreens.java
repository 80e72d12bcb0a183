package org.stepwise.web.internal.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.module.Modules;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.register.ModuleStates;
import org.stepwise.web.internal.register.Registers;

/** The open screens, told twice a second at most what has happened in between. */
@Component(service = LiveScreens.class)
public final class LiveScreens {
    private static final Logger LOG = LoggerFactory.getLogger(LiveScreens.class);
    private static final int TICK_MILLISECONDS = 500;
    /** Every ten seconds, so that nobody is told anything 15 seconds after the right to it was lost. */
    private static final int TICKS_A_BEAT = 20;

    private static final int MOST_WAITING = 1_000;

    private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
    private final Map<String, Happened> waiting = new LinkedHashMap<>();
    private final AtomicLong ticks = new AtomicLong();
    private final ObjectMapper mapper = Json.mapper();
    private final ModuleStates states;
    private final Registers registers;
    private final Callers callers;
    private final ScheduledExecutorService ticker;

    @Activate
    public LiveScreens(@Reference ModuleStates states, @Reference Registers registers, @Reference Callers callers) {
        this.states = states;
        this.registers = registers;
        this.callers = callers;
        this.ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "stepwise-live");
            thread.setDaemon(true);
            return thread;
        });
        ticker.scheduleWithFixedDelay(this::tick, TICK_MILLISECONDS, TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() {
        ticker.shutdownNow();
        streams.forEach(LiveStream::close);
    }

    /** What screens are told, and whom; {@code company} is null for all companies. */
    private record Happened(Id company, String event, Map<String, Object> data, Predicate<Caller> readers) {}

    void add(LiveStream stream) {
        streams.add(stream);
        stream.beat();
    }

    /** Notes that modules came or went, and nothing of what they do: every screen then asks for what it may see. */
    void modulesChanged(Id company) {
        note("modules", new Happened(company, "modules", Map.of(), anybody -> true));
    }

    /** Notes that what a user made, and no fact tells of, is lost with a module; nobody else is told. */
    void lost(Id company, Id user, Map<String, Object> what) {
        note("lost " + user + what, new Happened(company, "lost", what, caller -> caller.user()
                .equals(user)));
    }

    /** Notes an event of the log, for those who may read a list of its module; of a type only the newest is told. */
    void recorded(Id company, String type, String position) {
        var data = new LinkedHashMap<String, Object>();
        data.put("type", type);
        data.put("position", position);
        var module = type.substring(0, Math.max(0, type.indexOf('.')));
        note("log " + type, new Happened(company, "log", data, caller -> registers.mayKnowOf(caller, module)));
    }

    private void note(String kind, Happened happened) {
        if (streams.isEmpty()) {
            return;
        }
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.put(happened.company + " " + kind, happened);
            }
        }
    }

    /** The edge of a thread of its own: a failure is logged and the next tick goes on. */
    private void tick() {
        try {
            streams.removeIf(LiveStream::isClosed);
            if (streams.isEmpty()) {
                return;
            }
            if (ticks.incrementAndGet() % TICKS_A_BEAT == 0) {
                streams.forEach(LiveStream::beat);
            }
            drain().forEach(this::tell);
            progress();
        } catch (RuntimeException failed) {
            LOG.warn("Open screens could not be told what happened", failed);
        }
    }

    private List<Happened> drain() {
        synchronized (waiting) {
            var happened = List.copyOf(waiting.values());
            waiting.clear();
            return happened;
        }
    }

    private void tell(Happened happened) {
        var json = json(happened.data());
        for (var stream : streams) {
            var reader = stream.caller();
            if ((happened.company() == null || happened.company().equals(reader.company()))
                    && happened.readers().test(reader)) {
                stream.tell(happened.event(), json);
            }
        }
    }

    /** Asked once a company, on behalf of somebody who looks and may know. */
    private void progress() {
        var askers = new LinkedHashMap<Id, Caller>();
        streams.stream()
                .map(LiveStream::caller)
                .filter(LiveScreens::seesModules)
                .forEach(caller -> askers.putIfAbsent(caller.company(), caller));
        askers.forEach((company, caller) -> callers.as(caller, states::all).stream()
                .filter(module -> module.state() == Modules.State.ENABLING)
                .forEach(
                        module -> tell(new Happened(company, "progress", progress(module), LiveScreens::seesModules))));
    }

    private static boolean seesModules(Caller caller) {
        return caller.company() != null && caller.may(ModuleStates.SEE);
    }

    private static Map<String, Object> progress(Modules.Standing module) {
        var data = new LinkedHashMap<String, Object>();
        data.put("module", module.name());
        data.put("state", module.state().name().toLowerCase(Locale.ROOT));
        data.put("read", module.read());
        data.put("total", module.total());
        data.put("secondsLeft", module.secondsLeft());
        data.put("position", Long.toString(module.position()));
        return data;
    }

    private String json(Map<String, Object> data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
