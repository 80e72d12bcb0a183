package org.stepwise.masterdata.internal.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.Rounding;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.company.RoundingRows.RoundingView;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** How documents are rounded, as a list; another method is a new row with a later day. */
@Component(service = {Register.class, RoundingRegister.class})
public final class RoundingRegister implements Register {
    private static final String METHOD = "method";
    private static final String VALID_FROM = "validFrom";
    private static final List<Column> STORED = List.of(
            Column.choice(METHOD, METHOD, Rounding.LINE.name(), Rounding.DOCUMENT.name()),
            Column.of(VALID_FROM, ValueType.DATE, "valid_from").sorted());
    private static final TableList LIST = new TableList("masterdata.rounding", "id", STORED);
    private static final Dated DATED = Dated.ofCompany("masterdata.rounding");
    private static final Description DESCRIPTION = new Description(
            "masterdata",
            "rounding",
            MasterDataPermissions.ROUNDING_READ,
            Stream.concat(STORED.stream(), Stream.of(Dated.STATE)).toList(),
            List.of(
                    Field.choice(METHOD, Rounding.LINE.name(), Rounding.DOCUMENT.name())
                            .must(),
                    Field.of(VALID_FROM, ValueType.DATE)),
            null,
            MasterDataPermissions.ROUNDING_SET,
            null,
            List.of(new Description.Verb("withdraw", MasterDataPermissions.ROUNDING_SET, Map.of(), List.of())));

    private final CompanyRules rules;
    private final RoundingRows rows;
    private final Verbs verbs;
    private final Callers callers;
    private final Lists lists;

    @Activate
    public RoundingRegister(
            @Reference CompanyRules rules,
            @Reference RoundingRows rows,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Lists lists) {
        this.rules = rules;
        this.rows = rows;
        this.verbs = verbs;
        this.callers = callers;
        this.lists = lists;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> {
            var company = callers.current().company();
            return rows.with(DATED, lists.page(LIST, company, query), company, verbs.today());
        });
    }

    @Override
    public Found find(Id id) {
        return new Found(rounding(id), 1);
    }

    private RoundingView rounding(Id id) {
        return verbs.read("masterdata", DESCRIPTION.read(), () -> rows.find(
                        callers.current().company(), id)
                .orElseThrow(() -> new NotFound("masterdata.rounding.unknown", "there is no rounding " + id)));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("withdraw")) {
            throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + verb + "\"");
        }
        rules.withdrawRounding(rounding(id).validFrom());
    }

    @Override
    public Id create(Form form) {
        LocalDate from = form.day(VALID_FROM) == null ? verbs.today() : form.day(VALID_FROM);
        rules.setRounding(Rounding.valueOf(form.text(METHOD)), from);
        return RoundingRows.idOf(from);
    }
}
