package org.stepwise.twin.random;

import static org.stepwise.twin.random.Verb.DAYS_PASS;
import static org.stepwise.twin.random.Verb.DELIVER;
import static org.stepwise.twin.random.Verb.ERASE;
import static org.stepwise.twin.random.Verb.INVOICE;
import static org.stepwise.twin.random.Verb.ORDER;
import static org.stepwise.twin.random.Verb.PAY;
import static org.stepwise.twin.random.Verb.POSTING_RULE;
import static org.stepwise.twin.random.Verb.SWITCH_ACCOUNTING;
import static org.stepwise.twin.random.Verb.TAKE_BACK;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Database;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/**
 * Histories drawn by lot: whatever a company does, and whenever it switches warehouse and accounting on and off, it
 * ends as its twins. {@code -Dstepwise.random.histories=N} draws more, {@code -Dstepwise.random.seed=S} others; the
 * history of seed S+1 is the second of a run with seed S. One that fails is made smaller and printed; what was found so
 * is kept as a test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoriesTest {
    private static final Logger LOG = LoggerFactory.getLogger(RandomHistoriesTest.class);
    private static final int HISTORIES = Integer.getInteger("stepwise.random.histories", 3);
    private static final long SEED = Long.getLong("stepwise.random.seed", 20261121);
    private static final int REPORT_EVERY = 50;

    private final Map<Database.Kind, Twins> twins = new EnumMap<>(Database.Kind.class);

    @AfterAll
    void close() {
        twins.values().forEach(Twins::close);
    }

    @Law({2, 5, 11})
    @OnBothDatabases
    void anyHistoryEndsTheSameWhateverWasOnMeanwhile(Database.Kind kind) {
        JqwikSession.run(() -> {
            var histories = new Histories();
            for (int i = 0; i < HISTORIES; i++) {
                run(on(kind), SEED + i, histories.draw(SEED + i));
                if ((i + 1) % REPORT_EVERY == 0) {
                    LOG.info("{}: {} of {} histories ended as their twins", kind, i + 1, HISTORIES);
                }
            }
        });
    }

    @Law({2, 17})
    @OnBothDatabases
    void anOrderForSomebodyErasedHasNoNameBeforeAndAfterARebuild(Database.Kind kind) {
        on(kind).compare(List.of(Act.of(ERASE, 1, "1", "10", 0), Act.of(ORDER, 1, "1", "10", 0)));
    }

    @Law(2)
    @OnBothDatabases
    void aDeliveryKeepsItsInvoiceWhenGoodsComeBack(Database.Kind kind) {
        on(kind).compare(List.of(
                Act.of(ORDER, 0, "3", "10", 0),
                Act.of(DELIVER, 0, "1", "10", 0),
                Act.of(INVOICE, 0, "1", "10", 0),
                Act.of(TAKE_BACK, 0, "1", "10", 0)));
    }

    @Law({5, 7})
    @OnBothDatabases
    void aPostingRuleDoesNotReachBehindAPaymentThatIsNotPostedYet(Database.Kind kind) {
        on(kind).compare(List.of(
                Act.of(SWITCH_ACCOUNTING, 0, "1", "10", 0),
                Act.of(ORDER, 3, "1", "10", 0),
                Act.of(INVOICE, 0, "1", "10", 0),
                Act.of(DAYS_PASS, 2, "1", "10", 0),
                Act.of(PAY, 1, "1", "10", 0),
                Act.of(POSTING_RULE, 6, "1", "10", 0)));
    }

    private Twins on(Database.Kind kind) {
        return twins.computeIfAbsent(kind, Twins::new);
    }

    private static void run(Twins twins, long seed, List<Act> history) {
        Shrinking.failure(twins, history).ifPresent(failure -> {
            LOG.error("seed {}: {}", seed, failure.getMessage());
            var smallest = new Shrinking(twins, history, failure).run();
            throw new AssertionError("seed " + seed + ", made smaller: " + smallest.getMessage(), smallest);
        });
    }
}
