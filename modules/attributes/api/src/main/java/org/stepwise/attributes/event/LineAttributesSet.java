package org.stepwise.attributes.event;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/**
 * Attributes of lines of a document have other values: those that changed, as {@link AttributesSet} says them. A line
 * that another has taken the place of has the values of that one.
 *
 * @param personal those that tell of a person; null when there are none, or when that person is erased
 * @param person whom they tell of; null when there are none
 */
@EventType("attributes.line-attributes-set")
public record LineAttributesSet(String register, Id row, List<OfLine> lines, @Personal List<OfLine> personal, Id person)
        implements Fact, AboutPerson {

    /** What changed of one line. */
    public record OfLine(int line, Map<String, String> values) {}

    /** Whether it says something of the attribute. */
    public boolean names(String attribute) {
        return Stream.concat(lines.stream(), Stream.ofNullable(personal).flatMap(List::stream))
                .anyMatch(each -> each.values().containsKey(attribute));
    }
}
