package org.stepwise.web.internal.answer;

import java.lang.reflect.RecordComponent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.module.Claims;
import org.stepwise.security.Forgets;

/** Ties the key of the request on this thread to the transaction of its verb: one key, one effect. */
@Component(service = {KeyedRequests.class, Claims.class, Forgets.class})
public final class KeyedRequests implements Claims, Forgets {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedRequests.class);

    private final ThreadLocal<Attempt> current = new ThreadLocal<>();
    private final AtomicLong verbs = new AtomicLong();
    private final Answers answers;
    private final ScheduledExecutorService cleaner;

    @Activate
    public KeyedRequests(@Reference Answers answers) {
        this.answers = answers;
        this.cleaner = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "stepwise-answers");
            thread.setDaemon(true);
            return thread;
        });
        cleaner.scheduleWithFixedDelay(this::deleteOld, 5, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        cleaner.shutdownNow();
    }

    /** The edge of a thread of its own: a failure is logged and the next hour tries again. */
    private void deleteOld() {
        try {
            answers.deleteOld();
        } catch (RuntimeException failed) {
            LOG.warn("Answers older than a day could not be deleted", failed);
        }
    }

    void within(Attempt attempt, Runnable work) {
        current.set(attempt);
        try {
            work.run();
        } finally {
            current.remove();
        }
    }

    /** Verbs that came to their end since the start. */
    public long verbs() {
        return verbs.get();
    }

    @Override
    public void claim(Object result) {
        verbs.incrementAndGet();
        var attempt = current.get();
        if (attempt == null) {
            return;
        }
        attempt.progress().done();
        if (attempt.progress().claimed() && answers.claimedBy(attempt)) {
            return;
        }
        attempt.progress().claim();
        if (!answers.claim(attempt, idOf(result))) {
            attempt.progress().lose();
            throw new Conflict("erp.idempotency.used", "this idempotency key was used a moment ago; ask again");
        }
    }

    @Override
    public void forget(Id company, Id person) {
        answers.erase(company);
    }

    /** Verbs that make something return its id, or a view that has it. */
    private static Long idOf(Object result) {
        if (result instanceof Id id) {
            return id.value();
        }
        if (result instanceof Record made) {
            for (RecordComponent component : made.getClass().getRecordComponents()) {
                if (component.getName().equals("id") && component.getType() == Id.class) {
                    return idIn(made, component);
                }
            }
        }
        return null;
    }

    private static Long idIn(Record made, RecordComponent component) {
        try {
            var id = (Id) component.getAccessor().invoke(made);
            return id == null ? null : id.value();
        } catch (ReflectiveOperationException unreadable) {
            return null;
        }
    }
}
