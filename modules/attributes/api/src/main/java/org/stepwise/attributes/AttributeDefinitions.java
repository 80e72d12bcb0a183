package org.stepwise.attributes;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** Makes attributes, while others work. */
@ProviderType
public interface AttributeDefinitions {

    /**
     * Defines an attribute from a day on, or says anew how it is from then on; null: today. Values that rows have stay
     * as they are. Refuses with {@code attributes.input.invalid}, {@code attributes.definition.fixed}, {@code
     * attributes.definition.behind}, {@code attributes.definition.no-place}, {@code attributes.definition.nobody}.
     */
    Id define(NewAttribute attribute, LocalDate validFrom);

    /** Takes back what was defined from this day on, as long as no row has a value by it. */
    void withdraw(String register, String name, LocalDate validFrom);

    /**
     * An attribute as it shall be.
     *
     * @param register such as {@code crm.orders}, or {@code crm.orders.lines} for the lines of these documents
     * @param name such as {@code colour}; doors call it {@code attributes_colour}
     * @param title what people call it; its name where null
     * @param required must be filled in when a row is created, and not be emptied; rows there are stay as they are
     * @param personal tells of a person: of a party itself, of the person that {@code person} leads to for other rows
     * @param person the field of the register that names that person; null for the first that leads to a party
     * @param choices of a {@code CHOICE}
     * @param refers the register of a {@code REFERENCE}
     * @param ended is not asked for and not shown from now on
     */
    record NewAttribute(
            String register,
            String name,
            String title,
            AttributeType type,
            boolean required,
            boolean personal,
            String person,
            List<String> choices,
            String refers,
            boolean ended) {

        /** One that may be left empty. */
        public static NewAttribute of(String register, String name, AttributeType type) {
            return new NewAttribute(register, name, null, type, false, false, null, List.of(), null, false);
        }

        public NewAttribute must() {
            return new NewAttribute(register, name, title, type, true, personal, person, choices, refers, ended);
        }

        public NewAttribute ofPerson(String field) {
            return new NewAttribute(register, name, title, type, required, true, field, choices, refers, ended);
        }

        public NewAttribute oneOf(String... values) {
            return new NewAttribute(
                    register, name, title, type, required, personal, person, List.of(values), refers, ended);
        }

        public NewAttribute to(String other) {
            return new NewAttribute(register, name, title, type, required, personal, person, choices, other, ended);
        }

        public NewAttribute end() {
            return new NewAttribute(register, name, title, type, required, personal, person, choices, refers, true);
        }
    }
}
