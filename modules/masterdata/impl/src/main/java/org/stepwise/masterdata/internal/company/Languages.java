package org.stepwise.masterdata.internal.company;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;

/** The languages whose letters we can order. */
public final class Languages {
    private static final List<String> KNOWN = List.of("az", "de", "en", "nl", "ru", "tr");
    private static final String USUAL = "en";

    private Languages() {}

    public static String required(String language) {
        if (!KNOWN.contains(language)) {
            throw new Rejected(
                    "masterdata.company.language-unknown",
                    "texts cannot be sorted by the language \"" + Quoted.of(language) + "\"; choose one of "
                            + String.join(", ", KNOWN),
                    Map.of("language", "one of " + String.join(", ", KNOWN)));
        }
        return language;
    }

    /** Of a company that nobody asked: the one of the machine it stands on, where we can. */
    public static String usual() {
        var here = Locale.getDefault().getLanguage();
        return KNOWN.contains(here) ? here : USUAL;
    }
}
