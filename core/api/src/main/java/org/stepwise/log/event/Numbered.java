package org.stepwise.log.event;

import org.stepwise.data.Id;

/** A fact that issues a document whose number has no gaps; the platform numbers it in log order after commit. */
public interface Numbered {
    /** Such as {@code INV}: the documents of one series are counted together, a company for itself. */
    String series();

    Id document();

    /**
     * Whether numbers and days rise together, as the law of many a country wants it of invoices: then no document is
     * dated before the newest of its series. Other documents may be written down later than what they tell of.
     */
    default boolean chronological() {
        return false;
    }
}
