package org.stepwise.attributes.event;

import java.time.LocalDate;
import java.util.List;
import org.stepwise.attributes.AttributeType;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/**
 * Rows of a register have an attribute from a day on, or have it otherwise than before.
 *
 * @param place its number among the attributes of the register that are kept alike: where its values are kept
 * @param person the field that leads to whom it tells of; null when it is not personal
 * @param choices of a choice, else null
 * @param refers the register of a reference, else null
 * @param ended not asked for and not shown from now on
 */
@EventType("attributes.attribute-defined")
public record AttributeDefined(
        String register,
        String name,
        String title,
        AttributeType type,
        int place,
        boolean required,
        String person,
        List<String> choices,
        String refers,
        boolean ended,
        LocalDate validFrom)
        implements Setting {}
