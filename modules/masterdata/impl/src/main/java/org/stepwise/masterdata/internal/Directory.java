package org.stepwise.masterdata.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.internal.company.RoundingRows;
import org.stepwise.masterdata.internal.party.PartyRows;
import org.stepwise.masterdata.internal.product.Catalogue;
import org.stepwise.masterdata.internal.product.DatedSettings;
import org.stepwise.security.Callers;

/** Answers what verbs of other modules look up; the verb that asks has checked its own permission. */
@Component
public final class Directory implements MasterData {
    private final PartyRows parties;
    private final Catalogue products;
    private final DatedSettings settings;
    private final RoundingRows rules;
    private final Transactions transactions;
    private final Callers callers;

    @Activate
    public Directory(
            @Reference PartyRows parties,
            @Reference Catalogue products,
            @Reference DatedSettings settings,
            @Reference RoundingRows rules,
            @Reference Transactions transactions,
            @Reference Callers callers) {
        this.parties = parties;
        this.products = products;
        this.settings = settings;
        this.rules = rules;
        this.transactions = transactions;
        this.callers = callers;
    }

    @Override
    public CompanyView company() {
        return transactions.call(() -> settings.company(caller()));
    }

    @Override
    public MoneyTerms moneyTerms(LocalDate on) {
        return transactions.call(() -> rules.moneyTerms(caller(), on));
    }

    @Override
    public PartyView party(Id party) {
        return transactions.call(() -> parties.view(party));
    }

    @Override
    public Map<Id, PartyView> parties(Collection<Id> wanted) {
        return transactions.call(() -> parties.views(wanted));
    }

    @Override
    public Optional<PartyView> partyByCode(String code) {
        return transactions.call(() -> parties.viewByCode(code));
    }

    @Override
    public ProductView product(Id product) {
        var found = products(List.of(product)).get(product);
        if (found == null) {
            throw new NotFound("masterdata.product.unknown", "there is no product " + product + " in this company");
        }
        return found;
    }

    @Override
    public Map<Id, ProductView> products(Collection<Id> wanted) {
        return transactions.call(() -> products.views(caller(), wanted));
    }

    @Override
    public Map<Id, PricedProduct> products(Collection<Id> wanted, LocalDate on) {
        return transactions.call(() -> products.priced(caller(), wanted, on));
    }

    @Override
    public Optional<ProductView> productByCode(String code) {
        return transactions.call(() -> products.byCode(caller(), code));
    }

    @Override
    public Optional<BigDecimal> price(Id product, LocalDate on) {
        return transactions.call(() -> settings.price(caller(), product, on));
    }

    @Override
    public BigDecimal taxPercent(String code, LocalDate on) {
        return taxPercents(List.of(code), on).get(code);
    }

    @Override
    public Map<String, BigDecimal> taxPercents(Collection<String> codes, LocalDate on) {
        return transactions.call(() -> settings.percents(caller(), codes, on));
    }

    private Id caller() {
        return callers.current().company();
    }
}
