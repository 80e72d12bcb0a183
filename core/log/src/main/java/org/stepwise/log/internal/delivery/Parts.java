package org.stepwise.log.internal.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepwise.log.internal.store.Envelope;

/** The parts of a batch that failed as a whole: before, at and behind the event that failed, else its halves. */
final class Parts {
    private Parts() {}

    static List<List<Envelope>> of(List<Envelope> batch, OptionalLong failedAt) {
        int culprit = IntStream.range(0, batch.size())
                .filter(i -> failedAt.isPresent() && batch.get(i).position() == failedAt.getAsLong())
                .findFirst()
                .orElse(-1);
        int front = culprit < 0 ? batch.size() / 2 : culprit;
        int back = culprit < 0 ? front : culprit + 1;
        return Stream.of(batch.subList(0, front), batch.subList(front, back), batch.subList(back, batch.size()))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
