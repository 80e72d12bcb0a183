package org.stepwise.accounting.internal;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.event.PostingRuleWithdrawn;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.PurposeUses;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
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
    public Id open(NewAccount wanted, boolean control) {
        return verbs.write(MODULE, PERMISSION, () -> {
            var account = Wanted.INPUT.checked(wanted);
            if (!account.code().matches("[0-9A-Za-z.-]+")) {
                throw refused("account.code", "code", "an account code has letters, digits, dots or dashes");
            }
            if (chart.account(company(), account.code()).isPresent()) {
                throw new Conflict(
                        "accounting.account.taken", "account " + account.code() + " exists; choose another code");
            }
            var type = account.type().name();
            log.record(MODULE, verbs.today(), new AccountOpened(account.code(), account.name(), type, control));
            return Id.named(account.code());
        });
    }

    @Override
    public Id post(NewPostingRule wanted) {
        return verbs.write(MODULE, PERMISSION, () -> {
            var rule = Wanted.INPUT.checked(wanted);
            if (chart.account(company(), rule.account()).isEmpty()) {
                throw refused("posting-rule.account", "account", "account " + rule.account() + " is not in the chart");
            }
            if (chart.rules(company()).has(rule.purpose(), rule.validFrom())) {
                requireUnused(rule.purpose(), rule.validFrom());
            }
            var purpose = rule.purpose().name();
            var set = new PostingRuleSet(purpose, rule.account(), rule.validFrom());
            log.record(MODULE, dates.ofSetting(rule.validFrom()), set);
            return Id.named(purpose, rule.validFrom());
        });
    }

    @Override
    public void withdraw(Purpose purpose, LocalDate validFrom) {
        verbs.write(MODULE, PERMISSION, () -> {
            if (!chart.rules(company()).begins(purpose, validFrom)) {
                throw new NotFound(
                        "accounting.posting-rule.unknown",
                        "no rule for " + purpose + " begins on " + validFrom + "; name the day on which one does");
            }
            requireUnused(purpose, validFrom);
            log.record(MODULE, dates.ofSetting(validFrom), new PostingRuleWithdrawn(purpose.name(), validFrom));
            return null;
        });
    }

    private void requireUnused(Purpose purpose, LocalDate from) {
        uses.since(from, PurposeUses.of(purpose)).ifPresent(last -> {
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
