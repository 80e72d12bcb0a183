package org.stepwise.data.internal.collation;

import com.ibm.icu.text.CollationElementIterator;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.Arrays;

/**
 * How one language orders its letters, by the rules of CLDR. Two texts are equal to a search when they differ in
 * nothing that the language calls a letter of its own: a German finds Müller by "muller", an Azerbaijani does not.
 */
final class Alphabet {
    /** Of a key: no index takes more, and nobody looks for an order behind some sixty characters. */
    private static final int LONGEST_KEY = 400;

    private static final int LONGEST_FOLDED = 1000;

    /** Rises when keys are made in another way than before. */
    private static final int MADE = 1;

    /** Where the two halves of a weight are put: apart from each other, and in characters that have no case. */
    private static final char HIGH = '\u4E00';

    private static final char LOW = '\u5000';

    private final RuleBasedCollator rules;
    private final String by;

    Alphabet(String language) {
        rules = (RuleBasedCollator) Collator.getInstance(new ULocale(language));
        rules.setStrength(Collator.TERTIARY);
        rules.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        rules.freeze();
        by = language + " " + VersionInfo.ICU_VERSION + "-" + MADE;
    }

    /** The language, and the version of its rules. */
    String by() {
        return by;
    }

    byte[] sort(String text) {
        var key = rules.getCollationKey(text).toByteArray();
        return key.length <= LONGEST_KEY ? key : Arrays.copyOf(key, LONGEST_KEY);
    }

    /** The weights of its letters, two characters each: a text contains another where its weights contain those. */
    String folded(String text) {
        var weights = new StringBuilder();
        var elements = rules.getCollationElementIterator(text);
        for (int next = elements.next();
                next != CollationElementIterator.NULLORDER && weights.length() < LONGEST_FOLDED;
                next = elements.next()) {
            int weight = CollationElementIterator.primaryOrder(next);
            if (weight != 0) {
                weights.append((char) (HIGH + (weight >> 8 & 0xFF))).append((char) (LOW + (weight & 0xFF)));
            }
        }
        return weights.toString();
    }
}
