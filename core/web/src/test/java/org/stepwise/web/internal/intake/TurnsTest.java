package org.stepwise.web.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwise.error.Unavailable;

/** Who waits for whom. */
class TurnsTest {
    private static final long MEGABYTE = 1024 * 1024;

    private final Turns turns = new Turns(4, 2, 3, 8 * MEGABYTE);
    private final List<String> came = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    private Turns.Turn turn(String lane, String name, long size) {
        return turns.turn(lane, size, new Turns.Queued() {
            @Override
            public void come() {
                came.add(name);
            }

            @Override
            public void late() {
                late.add(name);
            }
        });
    }

    private Turns.Turn working(String lane, long size) {
        var turn = turn(lane, lane, size);
        assertThat(turns.enter(turn)).isTrue();
        return turn;
    }

    private Turns.Turn queued(String lane, String name, long size) {
        var turn = turn(lane, name, size);
        assertThat(turns.enter(turn)).isFalse();
        turns.queue(turn);
        return turn;
    }

    @Test
    void ofOneLaneSoManyWorkAndTheNextGoesWhenOneHasBeenAnswered() {
        var first = working("ada", 0);
        working("ada", 0);
        queued("ada", "third", 0);
        queued("ada", "fourth", 0);
        assertThat(came).isEmpty();
        first.close();
        assertThat(came).containsExactly("third");
    }

    @Test
    void othersDoNotWaitForAFullLane() {
        working("ada", 0);
        working("ada", 0);
        queued("ada", "third", 0);
        working("bob", 0);
        working("bob", 0).close();
        assertThat(came).isEmpty();
    }

    @Test
    void noMoreWorkAtOnceThanTheServerBears() {
        working("ada", 0);
        working("ada", 0);
        var bob = working("bob", 0);
        working("bob", 0);
        queued("eve", "eve", 0);
        bob.close();
        assertThat(came).containsExactly("eve");
    }

    @Test
    void largeBodiesWaitForEachOtherAndSmallOnesDoNot() {
        var large = working("ada", 7 * MEGABYTE);
        queued("bob", "two megabytes", 2 * MEGABYTE);
        queued("eve", "one and a half", 3 * MEGABYTE / 2);
        working("kim", Turns.SMALL);
        large.close();
        assertThat(came).containsExactly("two megabytes", "one and a half");
    }

    @Test
    void aBodyLargerThanAllThatMayBeWorkedOnIsWorkedOnAlone() {
        var huge = working("ada", 20 * MEGABYTE);
        queued("bob", "next", MEGABYTE);
        huge.close();
        assertThat(came).containsExactly("next");
    }

    @Test
    void tooManyWhoWaitAreRefused() {
        working("ada", 0);
        working("ada", 0);
        queued("ada", "third", 0);
        queued("ada", "fourth", 0);
        queued("ada", "fifth", 0);
        var sixth = turn("ada", "sixth", 0);
        assertThatThrownBy(() -> turns.queue(sixth)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoHasWaitedTooLongIsSentAwayAndIsNobodysTurnAnyMore() {
        var first = working("ada", 0);
        working("ada", 0);
        queued("ada", "third", 0);
        turns.sendAway(-1);
        assertThat(late).containsExactly("third");
        first.close();
        assertThat(came).isEmpty();
        working("ada", 0);
    }

    @Test
    void whoLeavesTheQueueIsNotCalled() {
        var first = working("ada", 0);
        working("ada", 0);
        queued("ada", "third", 0).close();
        queued("ada", "fourth", 0);
        first.close();
        assertThat(came).containsExactly("fourth");
    }
}
