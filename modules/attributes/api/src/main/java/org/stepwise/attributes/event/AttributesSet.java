package org.stepwise.attributes.event;

import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/**
 * Attributes of a row have other values: those that changed, as texts, an empty text for one that was emptied. A fact
 * of its own, so that no restatement of the row has to carry them.
 *
 * @param personal those that tell of a person; null when there are none, or when that person is erased
 * @param person whom they tell of; null when there are none
 */
@EventType("attributes.attributes-set")
public record AttributesSet(
        String register, Id row, Map<String, String> values, @Personal Map<String, String> personal, Id person)
        implements Fact, AboutPerson {

    /** Whether it says something of the attribute. */
    public boolean names(String attribute) {
        return values.containsKey(attribute) || personal != null && personal.containsKey(attribute);
    }
}
