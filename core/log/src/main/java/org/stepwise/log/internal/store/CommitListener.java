package org.stepwise.log.internal.store;

import java.util.List;

/**
 * Hears that a transaction with events of this process has ended: with its events, or with none when it was rolled
 * back, because readers may have waited for its outcome. A doorbell, not a delivery.
 */
@FunctionalInterface
public interface CommitListener {
    void ended(List<Envelope> events);
}
