package org.stepwise.web.internal.intake;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.stepwise.data.Id;
import org.stepwise.error.Unavailable;

/** Takes requests in: reads their bodies under bounds of size, sum and time, and lets each wait for its turn. */
@Component(service = Intake.class, configurationPid = "org.stepwise.web.intake")
@Designate(ocd = Intake.Config.class)
public final class Intake {
    private static final long MEGABYTE = 1024 * 1024;

    /** Technical limits; those of one request first. */
    @ObjectClassDefinition(name = "Requests on their way in")
    public @interface Config {
        @AttributeDefinition(description = "Largest body, in megabytes")
        int largestMegabytes() default 16;

        @AttributeDefinition(description = "Largest body of who is not logged in yet, in kilobytes")
        int largestOfStrangerKilobytes() default 16;

        @AttributeDefinition(description = "Slowest a body may come on average, in bytes a second")
        int slowestBytesASecond() default 1024;

        @AttributeDefinition(description = "How long a body may be slower than that, in seconds")
        int graceSeconds() default 10;

        @AttributeDefinition(description = "Longest a body may take, in seconds")
        int longestSeconds() default 300;

        @AttributeDefinition(description = "Bodies in memory at a time, in megabytes; what is more is kept in files")
        int memoryMegabytes() default 32;

        @AttributeDefinition(description = "Bodies in files at a time, in megabytes")
        int filesMegabytes() default 512;

        @AttributeDefinition(description = "Bodies of one user in files at a time, in megabytes")
        int filesOfUserMegabytes() default 64;

        @AttributeDefinition(description = "Requests worked on at once")
        int most() default 80;

        @AttributeDefinition(description = "Requests worked on at once for one user, or one address of strangers")
        int mostOfOne() default 32;

        @AttributeDefinition(description = "Requests of one user, or one address of strangers, that may wait")
        int mostWaitingOfOne() default 2500;

        @AttributeDefinition(description = "Longest a request waits for its turn, in seconds")
        int longestWaitSeconds() default 30;

        @AttributeDefinition(description = "Bodies worked on at once, in megabytes")
        int workMegabytes() default 16;
    }

    private final Config config;
    private final Budget budget;
    private final Turns turns;
    private final Receiving.Pace pace;
    private final Set<Receiving> receiving = ConcurrentHashMap.newKeySet();
    private final Set<Discarding> discarding = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch;

    @Activate
    public Intake(Config config) {
        this.config = config;
        this.budget = new Budget(
                config.memoryMegabytes() * MEGABYTE,
                config.filesMegabytes() * MEGABYTE,
                config.filesOfUserMegabytes() * MEGABYTE);
        this.turns = new Turns(
                config.most(), config.mostOfOne(), config.mostWaitingOfOne(), config.workMegabytes() * MEGABYTE);
        this.pace = new Receiving.Pace(config.slowestBytesASecond(), config.graceSeconds(), config.longestSeconds());
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "stepwise-intake");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        watch.shutdownNow();
    }

    /** Bytes of bodies that lie in files now. */
    long inFiles() {
        return budget.inFiles();
    }

    private void look() {
        var now = System.nanoTime();
        receiving.forEach(each -> each.look(now));
        discarding.forEach(each -> each.look(now));
        turns.sendAway(TimeUnit.SECONDS.toNanos(config.longestWaitSeconds()));
    }

    /** As HTTP has it: a request has a body if it tells its length or its coding. */
    public static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * True: the request may be served on this thread. False: it will be dispatched again when it may, and its {@link
     * Entry} is to be asked for a refusal then. Refuses at once what the headers show to be too much.
     *
     * @param user null for a stranger
     */
    public boolean admit(HttpServletRequest request, Id user) throws IOException {
        if (!hasBody(request)) {
            return turn(new Entry(request, user, budget));
        }
        var largest = largest(user);
        if (request.getContentLengthLong() > largest) {
            throw Receiving.tooBig(largest);
        }
        receive(new Entry(request, user, budget), largest);
        return false;
    }

    /** To be called when a request with a body has been answered without it: who is busy sending sees no answer. */
    public void discard(HttpServletRequest request) throws IOException {
        var context = request.startAsync();
        context.setTimeout(0);
        var in = context.getRequest().getInputStream();
        var rest = new Discarding(in, done -> {
            discarding.remove(done);
            context.complete();
        });
        discarding.add(rest);
        in.setReadListener(rest);
    }

    private long largest(Id user) {
        return user == null ? config.largestOfStrangerKilobytes() * 1024L : config.largestMegabytes() * MEGABYTE;
    }

    private void receive(Entry entry, long largest) throws IOException {
        var body = new Receiving(entry, largest, pace, done -> {
            receiving.remove(done);
            received(entry);
        });
        entry.leaveThread();
        receiving.add(body);
        body.begin();
    }

    private void received(Entry entry) {
        if (entry.refusal() != null || turn(entry)) {
            entry.come();
        }
    }

    private boolean turn(Entry entry) {
        var turn = turns.turn(entry.lane(), entry.size(), entry);
        entry.take(turn);
        if (turns.enter(turn)) {
            return true;
        }
        if (!entry.hasLeftThread()) {
            entry.leaveThread();
        }
        try {
            turns.queue(turn);
        } catch (Unavailable tooMany) {
            entry.refuse(tooMany);
            entry.come();
        }
        return false;
    }
}
