package org.stepwise.log;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** The subscriptions at work: how far each is, what is parked, and the switches that the life cycle uses. */
@ProviderType
public interface Deliveries {

    /** One line for each subscription of the company. */
    List<Standing> standings(Id company);

    /** Events that keep failing, and those held back behind them (their {@code reason} names the one in front). */
    List<Parked> parked(Id company);

    /** Delivers a parked event again, with those it held back; its figures are as if it had never failed. */
    void retry(Id company, String subscription, long position);

    /** Records with a reason that the subscription leaves the event out, now and in every later replay. */
    void skip(Id company, String subscription, long position, String reason);

    /** The newest events, oldest first. */
    List<Line> tail(Id company, int lines, Predicate<Line> wanted);

    /** As {@link #start(Id, String, int)}, to those subscriptions that are there. */
    default void start(Id company, String module) {
        start(company, module, 0);
    }

    /**
     * Delivers to the module's subscriptions whenever at least so many are there: one that came first must not read
     * ahead of another that brings its settings. Those never started begin at the start of the log.
     */
    void start(Id company, String module, int subscriptions);

    /** Ends delivery to the module's subscriptions after the batch at work; their positions stay. */
    void stop(Id company, String module);

    /** Forgets the positions and parked events of a stopped module, so that the next start reads from the beginning. */
    void forget(Id company, String module);

    /**
     * Notes that verbs of the module open now: facts it recorded up to here were applied by delivery, later ones are
     * applied by the verbs themselves. Called when {@link #passed} says true with verbs closed.
     */
    void open(Id company, String module);

    /** True when all subscriptions of the module are there and have taken in everything up to the position. */
    boolean passed(Id company, String module, long position);

    /** Waits until {@link #passed}, at most the given milliseconds; returns whether it came true. */
    boolean await(Id company, String module, long position, long milliseconds);

    /**
     * Waits, at most the given milliseconds, until the module has taken in what was recorded through this server so far
     * and concerns it: so that a verb decides on what its user has just seen. Looks up nothing.
     */
    boolean settle(Id company, String module, long milliseconds);

    /** The number of events of the company after the position, roughly. */
    long count(Id company, long after);

    /**
     * Types of events that the log of the company has and no api bundle declares, where the module takes in all that is
     * of a contract: nobody can say whether these are.
     */
    List<String> strange(Id company, String module);

    /** The other modules whose conclusions the module takes in, as far as their types are known. */
    Set<String> concluding(String module);

    /** How far one subscription is. */
    record Standing(String module, String name, boolean running, long position, long behind, int parked) {}

    /** An event that a subscription could not take in, or holds back. */
    record Parked(String subscription, long position, String type, List<String> keys, String reason) {}

    /** An event as it is shown to an administrator; {@code json} has personal fields left encrypted. */
    record Line(
            long position, String type, String on, String at, String door, String module, Long cause, String json) {}
}
