package org.stepwise.text;

import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * Sorts and finds texts as readers of the company's language do. What a text sorts by and is found by is a function of
 * the text and the language alone. It stands beside the text, in columns {@code name_key}, {@code name_folded} and
 * {@code name_by} for one {@code name}, so that both databases sort alike and by index.
 */
@ProviderType
public interface Collation {

    /**
     * A text was written: what it is sorted and found by is written before the commit.
     *
     * @param row the key of its row
     * @param flush writes the row, if that is not done yet
     */
    void keep(Named texts, Id company, Id row, String text, Runnable flush);

    /** The bytes that a text sorts by, to be compared with those beside others. */
    byte[] sort(Id company, String text);

    /** What another text must have in it to contain this one: accents and case count as the language has them. */
    String folded(Id company, String text);

    /** Makes anew what stands beside the texts of a table, where it is of another language or of older rules. */
    void renew(Named texts, Id company);
}
