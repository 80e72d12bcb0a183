package org.stepwise.accounting.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.event.PostingRuleWithdrawn;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.Purpose;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.log.guard.Uses;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** Decides about accounts and posting rules. */
@Component
public final class ChartDesk implements ChartService {
    private static final String MODULE = "accounting";
    private static final String PERMISSION = "accounting.chart.change";
    private static final List<String> TYPES = List.of("ASSET", "LIABILITY", "EQUITY", "INCOME", "EXPENSE");

    private final Verbs verbs;
    private final Log log;
    private final Callers callers;
    private final Chart chart;
    private final Uses uses;
    private final BusinessDates dates;

    @Activate
    public ChartDesk(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Callers callers,
            @Reference Chart chart,
            @Reference Uses uses,
            @Reference BusinessDates dates) {
        this.verbs = verbs;
        this.log = log;
        this.callers = callers;
        this.chart = chart;
        this.uses = uses;
        this.dates = dates;
    }

    @Override
    public Id open(AccountOpened account) {
        return verbs.write(MODULE, PERMISSION, () -> {
            var name = Wanted.INPUT.required("name", account.name(), Bounds.NAME);
            if (!account.code().matches("[0-9A-Za-z.-]{1,20}")) {
                throw refused("account.code", "code", "an account code has 1 to 20 letters, digits, dots or dashes");
            }
            if (!TYPES.contains(account.type())) {
                throw refused("account.type", "type", "an account is one of " + String.join(", ", TYPES));
            }
            if (chart.account(company(), account.code()).isPresent()) {
                throw new Conflict(
                        "accounting.account.taken", "account " + account.code() + " exists; choose another code");
            }
            var opened = new AccountOpened(account.code(), name, account.type(), account.control());
            log.record(MODULE, verbs.today(), opened);
            return Id.named(account.code());
        });
    }

    @Override
    public Id post(String purpose, String account, LocalDate validFrom) {
        return verbs.write(MODULE, PERMISSION, () -> {
            var known = purpose(purpose);
            if (chart.account(company(), account).isEmpty()) {
                throw refused("posting-rule.account", "account", "account " + account + " is not in the chart");
            }
            if (chart.rules(company()).has(known, validFrom)) {
                requireUnused(known, validFrom);
            }
            log.record(MODULE, dates.ofSetting(validFrom), new PostingRuleSet(purpose, account, validFrom));
            return Id.named(purpose, validFrom);
        });
    }

    @Override
    public void withdraw(String purpose, LocalDate validFrom) {
        verbs.write(MODULE, PERMISSION, () -> {
            var known = purpose(purpose);
            if (!chart.rules(company()).begins(known, validFrom)) {
                throw new NotFound(
                        "accounting.posting-rule.unknown",
                        "no rule for " + purpose + " begins on " + validFrom + "; name the day on which one does");
            }
            requireUnused(known, validFrom);
            log.record(MODULE, dates.ofSetting(validFrom), new PostingRuleWithdrawn(purpose, validFrom));
            return null;
        });
    }

    private static Purpose purpose(String name) {
        return Arrays.stream(Purpose.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> refused("posting-rule.purpose", "purpose", "\"" + name + "\" is nothing that is posted"));
    }

    private void requireUnused(Purpose purpose, LocalDate from) {
        uses.since(from, purpose.uses()).ifPresent(last -> {
            throw refused(
                    "posting-rule.behind",
                    "validFrom",
                    "what is posted by the rule for " + purpose + " of " + from
                            + " is recorded already, or that day is over: begin after " + last);
        });
    }

    private static Rejected refused(String code, String field, String why) {
        return new Rejected("accounting." + code, why, Map.of(field, why));
    }

    private Id company() {
        return callers.current().company();
    }
}
