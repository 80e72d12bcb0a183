package org.stepwise.masterdata.event;

import java.util.Set;
import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/**
 * A party is known, or known better: the whole of it as it stands from now on.
 *
 * @param code short name chosen by the company, unique
 * @param roles of {@code CUSTOMER}, {@code SUPPLIER}, {@code EMPLOYEE}
 * @param natural a natural person, so that {@code name} is personal too
 * @param organisation the name of an organisation; null for a natural person
 * @param country ISO 3166-1 alpha-2, or null
 */
@EventType(value = "masterdata.party-recorded", restates = true)
public record PartyRecorded(
        Id party,
        String code,
        Set<String> roles,
        boolean natural,
        String organisation,
        @Personal String name,
        @Personal String contact,
        @Personal String email,
        @Personal String phone,
        @Personal String street,
        String city,
        String postalCode,
        String country)
        implements Fact, AboutPerson {
    @Override
    public Id person() {
        return party;
    }
}
