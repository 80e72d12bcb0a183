package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/** Somebody became a customer. */
@EventType("shop.registered")
public record Registered(Id person, @Personal String name, String town, List<Phone> phones)
        implements Fact, AboutPerson {

    /** A number to call. */
    public record Phone(String kind, @Personal String number) {}
}
