package org.stepwise.attributes.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.event.AttributeDefined;
import org.stepwise.attributes.event.AttributeWithdrawn;
import org.stepwise.attributes.event.AttributesSet;
import org.stepwise.attributes.event.LineAttributesSet;
import org.stepwise.data.Id;
import org.stepwise.data.StatementFailed;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.log.event.Setting;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.log.guard.Uses;
import org.stepwise.log.guard.Uses.Use;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Description;

/** Records what administrators say of attributes. */
@Component
public final class DefinitionDesk implements AttributeDefinitions {
    /** Instead of a field, for rows that are themselves whom they tell of. */
    static final String ITSELF = "id";

    private static final String PARTIES = "masterdata.parties";
    private static final int MOST_CHOICES = 100;
    private static final int MOST_OF_LINES = 30;
    private static final int LONGEST_CHOICES = 4_000;

    private final Definitions definitions;
    private final References references;
    private final Verbs verbs;
    private final Callers callers;
    private final Uses uses;
    private final BusinessDates dates;
    private final Log log;

    @Activate
    public DefinitionDesk(
            @Reference Definitions definitions,
            @Reference References references,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Uses uses,
            @Reference BusinessDates dates,
            @Reference Log log) {
        this.definitions = definitions;
        this.references = references;
        this.verbs = verbs;
        this.callers = callers;
        this.uses = uses;
        this.dates = dates;
        this.log = log;
    }

    @Override
    public Id define(NewAttribute wanted, LocalDate validFrom) {
        return verbs.write(AttributesModule.MODULE, AttributesPermissions.DEFINE, () -> {
            var from = validFrom == null ? verbs.today() : day(validFrom);
            var fact = fact(wanted, from);
            if (definitions.of(company(), fact.register(), fact.name()).stream()
                    .anyMatch(each -> !each.validFrom().isAfter(from))) {
                requireUnused(fact.register(), fact.name(), from);
            }
            record(fact);
            return Definitions.idOf(fact.register(), fact.name(), from);
        });
    }

    @Override
    public void withdraw(String register, String name, LocalDate validFrom) {
        verbs.write(AttributesModule.MODULE, AttributesPermissions.DEFINE, () -> {
            if (definitions
                    .find(company(), Definitions.idOf(register, name, validFrom))
                    .isEmpty()) {
                throw new NotFound(
                        "attributes.definition.unknown",
                        "nothing was said of " + name + " of " + register + " from " + validFrom
                                + " on; name the day from which it holds");
            }
            requireUnused(register, name, validFrom);
            record(new AttributeWithdrawn(register, name, validFrom));
            return null;
        });
    }

    private Id company() {
        return callers.current().company();
    }

    private static LocalDate day(LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw Attribute.INPUT.wrong("validFrom", "lies outside the years 1900 to 2999");
        }
        return day;
    }

    private void requireUnused(String register, String name, LocalDate from) {
        var use = Definitions.isOfLines(register)
                ? new Use<>(
                        LineAttributesSet.class,
                        set -> register.equals(Definitions.linesOf(set.register())) && set.names(name))
                : new Use<>(AttributesSet.class, set -> set.register().equals(register) && set.names(name));
        uses.since(from, use).ifPresent(last -> {
            throw new Rejected(
                    "attributes.definition.behind",
                    name + " of " + register + " from " + from + " was used already, or its day is over:"
                            + " change it from a day after " + last,
                    Map.of("validFrom", "not after " + last));
        });
    }

    /** Two who make an attribute at once would take the same place: the database tells the second. */
    private void record(Setting fact) {
        try {
            log.record(AttributesModule.MODULE, dates.ofSetting(fact.validFrom()), fact);
        } catch (StatementFailed failed) {
            if (String.valueOf(failed.state()).startsWith("23")) {
                throw new Conflict(
                        "attributes.definition.changed-meanwhile",
                        "somebody else has just made an attribute of the same list; try again");
            }
            throw failed;
        }
    }

    private AttributeDefined fact(NewAttribute wanted, LocalDate from) {
        var register = Attribute.INPUT.required("register", wanted.register(), 80);
        var description = described(register);
        var name = Attribute.INPUT.required("name", wanted.name(), 40);
        if (!name.matches("[a-zA-Z][a-zA-Z0-9]*")) {
            throw Attribute.INPUT.wrong("name", "is not of letters and digits, a letter first, such as colour");
        }
        if (wanted.type() == null) {
            throw Attribute.INPUT.wrong("type", "is missing");
        }
        if (wanted.required() && !isEntered(description, register)) {
            throw Attribute.INPUT.wrong(
                    "required",
                    "cannot be asked of " + register + ": nobody fills in its rows, they follow from others");
        }
        var title = Attribute.INPUT.text("label", wanted.title(), Bounds.NAME);
        return new AttributeDefined(
                register,
                name,
                title == null ? name : title,
                wanted.type(),
                place(register, name, wanted),
                wanted.required() && !wanted.ended(),
                wanted.personal() ? person(description, wanted.person()) : null,
                wanted.type() == AttributeType.CHOICE ? choices(wanted.choices()) : null,
                wanted.type() == AttributeType.REFERENCE ? refers(wanted.refers()) : null,
                wanted.ended(),
                from);
    }

    /** The list that is named, or whose lines. */
    private Description described(String register) {
        return references
                .describe(Definitions.registerOf(register))
                .filter(known -> !known.module().equals(AttributesModule.MODULE))
                .filter(known -> !Definitions.isOfLines(register) || known.lines() != null)
                .orElseThrow(() -> Attribute.INPUT.wrong(
                        "register",
                        "is no list that is there, such as masterdata.parties, nor the lines of one, such as"
                                + " crm.orders.lines"));
    }

    private static boolean isEntered(Description description, String register) {
        return description.create() != null
                && (!Definitions.isOfLines(register)
                        || !description.lines().fields().isEmpty());
    }

    private static List<String> choices(List<String> wanted) {
        var choices = Stream.ofNullable(wanted)
                .flatMap(List::stream)
                .map(choice -> Attribute.INPUT.text("choices", choice, Bounds.TEXT))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (choices.isEmpty()
                || choices.size() > MOST_CHOICES
                || String.join("\n", choices).length() > LONGEST_CHOICES) {
            throw Attribute.INPUT.wrong(
                    "choices", "are to be 1 to " + MOST_CHOICES + ", of " + LONGEST_CHOICES + " characters together");
        }
        return choices;
    }

    private String refers(String register) {
        if (register == null || references.describe(register.strip()).isEmpty()) {
            throw Attribute.INPUT.wrong("refers", "is no list that is there, such as masterdata.products");
        }
        return register.strip();
    }

    /** The field that leads to whom the rows tell of; nothing personal is kept where nobody could be forgotten. */
    private static String person(Description register, String field) {
        if (register.name().equals(PARTIES)) {
            return ITSELF;
        }
        return Stream.concat(
                        register.fields().stream()
                                .filter(each -> PARTIES.equals(each.register()))
                                .map(each -> each.name()),
                        register.columns().stream()
                                .filter(each -> PARTIES.equals(each.register()))
                                .map(each -> each.name()))
                .filter(name -> field == null || field.isBlank() || name.equals(field.strip()))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "attributes.definition.nobody",
                        "what tells of a person needs a field of " + register.name()
                                + " that names the person, so that it goes when that person is erased",
                        Map.of("person", "leads to nobody")));
    }

    /** Values stay where they are: what an attribute is and whom it tells of is said once. */
    private int place(String register, String name, NewAttribute wanted) {
        var kind = Attribute.kind(wanted.type());
        var before = definitions.of(company(), register, name);
        var given = definitions.place(company(), register, name);
        var other =
                before.stream().anyMatch(each -> each.type() != wanted.type() || each.personal() != wanted.personal());
        if (other || given.isPresent() && !given.get().startsWith(kind)) {
            throw new Conflict(
                    "attributes.definition.fixed",
                    name + " of " + register + " was made as it is: its type, and whether it is personal, stay;"
                            + " make another attribute");
        }
        if (given.isPresent()) {
            return Integer.parseInt(given.get().substring(1));
        }
        var places = Definitions.isOfLines(register) ? MOST_OF_LINES : ValueRows.PLACES.get(kind);
        var taken = definitions.taken(company(), register);
        return IntStream.rangeClosed(1, places)
                .filter(place -> !taken.contains(kind + place))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "attributes.definition.no-place",
                        register + " has room for " + places + " attributes of this kind (texts, choices and"
                                + " references; numbers, amounts and flags; days), and all are given",
                        Map.of("type", "no place left")));
    }
}
