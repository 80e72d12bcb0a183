package org.stepwise.masterdata;

import java.time.LocalDate;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

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
    void erase(Id party, String reason);

    /** A party as it shall stand; see {@link org.stepwise.masterdata.event.PartyRecorded}. */
    record NewParty(
            String code,
            Set<String> roles,
            boolean natural,
            String name,
            String contact,
            String email,
            String phone,
            String street,
            String city,
            String postalCode,
            String country) {}
}
