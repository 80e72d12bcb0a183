package org.stepwise.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.security.Forgets;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;

class KeyRingTest {
    private static final Id COMPANY = new Id(7);
    private static final Id ANNA = new Id(70);

    @OnBothDatabases
    void eachPersonHasOneKeyOf256Bits(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var keys = platform.service(PersonalKeys.class);
            assertThat(keys.find(COMPANY, ANNA)).isEmpty();
            var key = keys.keyOf(COMPANY, ANNA);
            assertThat(key).hasSize(32).isEqualTo(keys.keyOf(COMPANY, ANNA));
            assertThat(keys.keyOf(COMPANY, new Id(71))).isNotEqualTo(key);
            assertThat(keys.keyOf(new Id(8), ANNA)).isNotEqualTo(key);
        }
    }

    @Law(17)
    @OnBothDatabases
    void aDestroyedKeyIsGoneForGoodAndCopiesAreForgotten(Database.Kind kind) {
        var forgotten = new ArrayList<Id>();
        try (var platform = Platform.on(kind)
                .with(Forgets.class, (company, person) -> forgotten.add(person))
                .start()) {
            var keys = platform.service(PersonalKeys.class);
            keys.keyOf(COMPANY, ANNA);
            keys.destroy(COMPANY, ANNA);
            assertThat(keys.find(COMPANY, ANNA)).isEmpty();
            assertThat(forgotten).containsExactly(ANNA);
            assertThatThrownBy(() -> keys.keyOf(COMPANY, ANNA))
                    .isInstanceOf(Conflict.class)
                    .extracting("code")
                    .isEqualTo("erp.person.erased");
        }
    }

    @Law(17)
    @OnBothDatabases
    void whoIsErasedBeforeAKeyWasMadeNeverGetsOne(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var keys = platform.service(PersonalKeys.class);
            keys.destroy(COMPANY, ANNA);
            assertThatThrownBy(() -> keys.keyOf(COMPANY, ANNA)).isInstanceOf(Conflict.class);
        }
    }

    @Law(17)
    @OnBothDatabases
    void whoErasesAPersonWaitsForWhatIsBeingRecordedOfThePerson(Database.Kind kind) throws Exception {
        var recorded = new AtomicBoolean();
        var seen = new AtomicBoolean();
        try (var platform = Platform.on(kind)
                .with(Forgets.class, (company, person) -> seen.set(recorded.get()))
                .start()) {
            var keys = platform.service(PersonalKeys.class);
            keys.keyOf(COMPANY, ANNA);
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            var recording = CompletableFuture.runAsync(
                    () -> platform.service(Transactions.class).run(() -> {
                        keys.keyOf(COMPANY, ANNA);
                        begun.countDown();
                        await(end);
                        recorded.set(true);
                    }));
            await(begun);
            var erasing = CompletableFuture.runAsync(() -> keys.destroy(COMPANY, ANNA));
            assertThatThrownBy(() -> erasing.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            end.countDown();
            recording.get();
            erasing.get();
            assertThat(seen).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
