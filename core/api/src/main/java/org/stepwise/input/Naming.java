package org.stepwise.input;

import java.util.Map;
import java.util.Set;

/**
 * What only the company's own rows can tell of what somebody names: of a row ({@link org.stepwise.input.field.Ref}) or
 * a code ({@link org.stepwise.input.field.CodeOf}). {@link org.stepwise.row.NamedRows} answers for every register.
 */
@FunctionalInterface
public interface Naming {
    /** Nothing is asked. */
    Naming UNASKED = (to, named) -> Map.of();

    /**
     * What is wrong with naming each of these anew, in words that go on after the name of the field; what may be named
     * is left out. Asked once for each register, however many lines name something.
     *
     * @param named ids of rows, or codes
     */
    Map<Object, String> complaints(To to, Set<Object> named);

    /**
     * Where something leads.
     *
     * @param register such as {@code masterdata.parties}
     * @param ended whether what is archived, erased or out of use may be named as well
     */
    record To(String register, boolean ended) {
        /** One row of it in words, such as {@code payment term}. */
        public String words() {
            return one(register.substring(register.indexOf('.') + 1)).replace('-', ' ');
        }

        /** What is wrong with naming one that there is not. */
        public String unknown() {
            return "is no " + words() + " of this company";
        }
    }

    /** One of them: without its s, {@code -ies} with y. */
    static String one(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    /** The same, but for one register: a verb that looks its rows up anyway does not ask for them twice. */
    default Naming instead(String register, Naming own) {
        return (to, named) -> (to.register().equals(register) ? own : this).complaints(to, named);
    }
}
