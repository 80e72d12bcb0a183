package org.stepwise.masterdata.internal.party;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.module.Verbs;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Parties as a list and form. */
@Component(service = {Register.class, PartyRegister.class})
public final class PartyRegister implements Register {
    private static final List<Column> COLUMNS = List.of(
            Column.of("code", ValueType.TEXT, "code").sorted(),
            Column.of("name", ValueType.TEXT, "name").sorted().byLanguage(),
            Column.of("customer", ValueType.FLAG, "is_customer"),
            Column.of("supplier", ValueType.FLAG, "is_supplier"),
            Column.of("employee", ValueType.FLAG, "is_employee"),
            Column.of("city", ValueType.TEXT, "city").byLanguage(),
            Column.of("country", ValueType.TEXT, "country"),
            Column.of("erased", ValueType.FLAG, "is_erased"));
    private static final TableList LIST = new TableList("masterdata.party", "id", COLUMNS);
    private static final List<Field> FIELDS = List.of(
            Field.of("code", ValueType.TEXT).must().atMost(40),
            Field.of("name", ValueType.TEXT).must(),
            Field.of("customer", ValueType.FLAG),
            Field.of("supplier", ValueType.FLAG),
            Field.of("employee", ValueType.FLAG),
            Field.of("natural", ValueType.FLAG),
            Field.of("contact", ValueType.TEXT),
            Field.of("email", ValueType.TEXT),
            Field.of("phone", ValueType.TEXT).atMost(60),
            Field.of("street", ValueType.TEXT),
            Field.of("city", ValueType.TEXT).atMost(100),
            Field.of("postalCode", ValueType.TEXT).atMost(20),
            Field.of("country", ValueType.TEXT).atMost(2));
    private static final Description DESCRIPTION = new Description(
            "masterdata",
            "parties",
            MasterDataPermissions.PARTY_READ,
            COLUMNS,
            FIELDS,
            null,
            MasterDataPermissions.PARTY_RECORD,
            MasterDataPermissions.PARTY_RECORD,
            List.of(new Description.Verb(
                    "erase",
                    MasterDataPermissions.PARTY_ERASE,
                    Map.of("erased", List.of("false")),
                    List.of(Field.of("reason", ValueType.TEXT).must()))));

    private final Parties parties;
    private final PartyRows rows;
    private final Verbs verbs;
    private final Lists lists;

    @Activate
    public PartyRegister(
            @Reference Parties parties, @Reference PartyRows rows, @Reference Verbs verbs, @Reference Lists lists) {
        this.parties = parties;
        this.rows = rows;
        this.verbs = verbs;
        this.lists = lists;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> lists.page(LIST, rows.company(), query));
    }

    @Override
    public Found find(Id id) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> {
            var details = rows.get(id).details();
            return new Found(details, details.version());
        });
    }

    @Override
    public Id create(Form form) {
        return parties.record(
                wanted(form, new NewParty(null, Set.of(), false, null, null, null, null, null, null, null, null)));
    }

    @Override
    public void change(Id id, long version, Form form) {
        var known =
                verbs.read("masterdata", DESCRIPTION.read(), () -> rows.get(id).known());
        parties.change(id, version, wanted(form, known));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("erase")) {
            throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
        parties.erase(id, form.text("reason"));
    }

    /** What the form says; what it leaves out stays as it is known. */
    private static NewParty wanted(Form form, NewParty known) {
        return new NewParty(
                text(form, "code", known.code()),
                roles(form, known.roles()),
                form.has("natural") ? Boolean.TRUE.equals(form.flag("natural")) : known.natural(),
                text(form, "name", known.name()),
                text(form, "contact", known.contact()),
                text(form, "email", known.email()),
                text(form, "phone", known.phone()),
                text(form, "street", known.street()),
                text(form, "city", known.city()),
                text(form, "postalCode", known.postalCode()),
                text(form, "country", known.country()));
    }

    private static String text(Form form, String field, String known) {
        return form.has(field) ? form.text(field) : known;
    }

    private static Set<String> roles(Form form, Set<String> known) {
        var roles = new TreeSet<>(known);
        for (var role : List.of("customer", "supplier", "employee")) {
            if (form.has(role)) {
                roles.remove(role.toUpperCase(Locale.ROOT));
                if (Boolean.TRUE.equals(form.flag(role))) {
                    roles.add(role.toUpperCase(Locale.ROOT));
                }
            }
        }
        return roles;
    }
}
