package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.AboutPerson;
import org.stepwise.log.EventType;
import org.stepwise.log.Fact;
import org.stepwise.log.Personal;

/** Somebody became a customer. */
@EventType("shop.registered")
public record Registered(Id person, @Personal String name, String town, List<Phone> phones)
        implements Fact, AboutPerson {

    /** A number to call. */
    public record Phone(String kind, @Personal String number) {}
}
