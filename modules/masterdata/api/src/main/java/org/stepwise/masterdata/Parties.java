package org.stepwise.masterdata;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;

/** Records parties: customers, suppliers, employees. */
@ProviderType
public interface Parties {
    default Id record(NewParty party) {
        return record(party, null);
    }

    /** Records a party on a business date (null: today), for imports of history. */
    Id record(NewParty party, LocalDate on);

    /** Replaces what is known; {@code version} is the one seen, -1 to skip the check. */
    void change(Id party, long version, NewParty known);

    /** Destroys the party's personal data for good. */
    void erase(Id party, Erasure erasure);

    /**
     * A party as it shall stand, a customer, a supplier, an employee or several of them; see
     * {@link org.stepwise.masterdata.event.PartyRecorded}.
     *
     * @param natural a natural person, so that the name is personal
     */
    record NewParty(
            @Must @Max(Bounds.CODE) String code,
            @Must @Max(Bounds.NAME) String name,
            boolean customer,
            boolean supplier,
            boolean employee,
            boolean natural,
            @Max(200) String contact,
            @Max(200) String email,
            @Max(60) String phone,
            @Max(200) String street,
            @Max(100) String city,
            @Max(20) String postalCode,
            @Max(2) @Capitals @CodeOf("masterdata.countries") String country) {}

    /** Why somebody is forgotten. */
    record Erasure(@Must @Max(Bounds.REASON) String reason) {}
}
