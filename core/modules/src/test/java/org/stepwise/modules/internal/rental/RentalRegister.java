package org.stepwise.modules.internal.rental;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.document.DocumentService;
import org.stepwise.document.DocumentSheet;
import org.stepwise.input.Reasoned;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Register;

/** Rentals, and what can be done about them. */
@Component(service = Register.class)
public final class RentalRegister extends CommandRegister {
    @Activate
    public RentalRegister(
            @Reference RentalVerbs verbs, @Reference DocumentService documents, @Reference Reader reader) {
        super(new DocumentSheet<>(verbs, documents.of(Rental.class), reader)
                .begin(RentalPermissions.LEND, NewRental.class, NewRental::lent)
                .verb("give-back", RentalPermissions.END, Sheet.status("OUT"), GivenBack.class, Rental::giveBack)
                .verb("prolong", RentalPermissions.LEND, Sheet.status("OUT"), Prolonged.class, Rental::prolong)
                .verb("end", RentalPermissions.END, Sheet.status("OUT"), Reasoned.class, Rental::end)
                .verb("cancel", RentalPermissions.END, Sheet.status("OUT"), Reasoned.class, Rental::cancel)
                .sheet());
    }
}
