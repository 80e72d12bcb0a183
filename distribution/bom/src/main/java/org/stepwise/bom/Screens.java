package org.stepwise.bom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The list of the libraries in the screens: name and version, licence, address; and below, the text they share. */
final class Screens {
    private static final Pattern HEADING =
            Pattern.compile("(?m)^((?:@[a-z0-9-]+/)?[a-z0-9.-]+) (\\d+\\.[^ ]+)\\n([A-Za-z0-9.-]+)$");
    private static final Pattern RULE = Pattern.compile("\\n-{60,}\\n");

    private Screens() {}

    /** One of them. */
    record Library(Coordinates coordinates, String licence, String text) {}

    static List<Library> in(String list) {
        var found = new ArrayList<Library>();
        for (var section : RULE.split(list)) {
            HEADING.matcher(section)
                    .results()
                    .forEach(each -> found.add(new Library(
                            Coordinates.npm(each.group(1), each.group(2)), each.group(3), section.strip() + "\n")));
        }
        return found;
    }
}
