package org.stepwise.log.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Envelope;

class HuntTest {
    private static final int MOST = 100;
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private final Hunt hunt = new Hunt();

    @Test
    void whatIsKnownToHaveFailedIsReachedAtOnce() {
        assertThat(hunt.next(MOST)).isEqualTo(MOST);
        assertThat(hunt.failed(events(1, MOST), OptionalLong.of(40))).isFalse();
        assertThat(hunt.next(MOST)).isEqualTo(39);
        assertThat(hunt.passed(39)).isTrue();
        assertThat(hunt.next(MOST)).isEqualTo(1);
        assertThat(hunt.failed(events(40, 40), OptionalLong.of(40))).isFalse();
        assertThat(hunt.failed(events(40, 40), OptionalLong.of(40))).isTrue();
        hunt.over();
        assertThat(hunt.next(MOST)).isEqualTo(MOST);
    }

    @Test
    void whatIsNotKnownIsFoundByHalves() {
        hunt.failed(events(1, MOST), UNKNOWN);
        assertThat(hunt.blind()).isTrue();
        assertThat(hunt.next(MOST)).isEqualTo(50);
        hunt.passed(50);
        assertThat(hunt.next(MOST)).isEqualTo(25);
        hunt.failed(events(51, 75), UNKNOWN);
        assertThat(hunt.next(MOST)).isEqualTo(12);
    }

    /** On another server somebody was faster, and may have put the culprit aside. */
    @Test
    void aSearchEndsWhenThereAreNoMoreEvents() {
        hunt.failed(events(1, MOST), OptionalLong.of(40));
        hunt.passed(0);
        assertThat(hunt.on()).isFalse();
        assertThat(hunt.next(MOST)).isEqualTo(MOST);
    }

    @Test
    void whatFailedOnceAndThenDidNotIsNoCulprit() {
        hunt.failed(events(1, MOST), OptionalLong.of(1));
        hunt.failed(events(1, 1), OptionalLong.of(1));
        hunt.passed(1);
        assertThat(hunt.on()).isFalse();
        assertThat(hunt.failed(events(2, 2), OptionalLong.of(2))).isFalse();
    }

    private static List<Envelope> events(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(HuntTest::event).toList();
    }

    private static Envelope event(long position) {
        var id = new Id(1);
        return new Envelope(
                id,
                position,
                LocalDate.EPOCH,
                Instant.EPOCH,
                id,
                "rest",
                "crm",
                null,
                null,
                null,
                "sold",
                1,
                null,
                null,
                null,
                new byte[0]);
    }
}
