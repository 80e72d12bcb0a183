package org.stepwise.accounting.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.event.PostingRuleWithdrawn;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.PostingRules.Of;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.accounting.posting.NeedsAccounts;
import org.stepwise.accounting.posting.Purpose;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
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
    private final Purposes purposes;
    private final Uses uses;
    private final BusinessDates dates;

    @Activate
    public ChartDesk(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Callers callers,
            @Reference Chart chart,
            @Reference Purposes purposes,
            @Reference Uses uses,
            @Reference BusinessDates dates) {
        this.verbs = verbs;
        this.log = log;
        this.callers = callers;
        this.chart = chart;
        this.purposes = purposes;
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
            if (purposes.find(rule.purpose()).isEmpty()) {
                throw refused(
                        "posting-rule.purpose",
                        "purpose",
                        "nothing is posted by \"" + rule.purpose() + "\"; the purposes are "
                                + purposes.all().stream().map(Purpose::name).collect(Collectors.joining(", ")));
            }
            var of = new Of(rule.purpose(), rule.dimension());
            if (chart.rules(company()).has(of, rule.validFrom())) {
                requireUnused(of, rule.validFrom());
            }
            var set = new PostingRuleSet(rule.purpose(), rule.account(), rule.validFrom(), rule.dimension());
            log.record(MODULE, dates.ofSetting(rule.validFrom()), set);
            return set.row();
        });
    }

    @Override
    public void withdraw(String purpose, String dimension, LocalDate validFrom) {
        verbs.write(MODULE, PERMISSION, () -> {
            var of = new Of(purpose, dimension);
            if (!chart.rules(company()).begins(of, validFrom)) {
                throw new NotFound(
                        "accounting.posting-rule.unknown",
                        "no rule for " + called(of) + " begins on " + validFrom + "; name the day on which one does");
            }
            requireUnused(of, validFrom);
            log.record(MODULE, dates.ofSetting(validFrom), new PostingRuleWithdrawn(purpose, validFrom, dimension));
            return null;
        });
    }

    private void requireUnused(Of of, LocalDate from) {
        uses.since(from, new Uses.Use<>(NeedsAccounts.class, event -> couldUse(event, of)))
                .ifPresent(last -> {
                    throw refused(
                            "posting-rule.behind",
                            "validFrom",
                            "what is posted by the rule for " + called(of) + " of " + from
                                    + " is recorded already, or that day is over: begin after " + last);
                });
    }

    /** Facts alone: what is concluded from one it says too, or the answer would depend on which modules are on. */
    private static boolean couldUse(NeedsAccounts event, Of of) {
        return event instanceof Fact && event.needs(of.purpose(), of.dimension());
    }

    private static String called(Of of) {
        return of.dimension() == null ? of.purpose() : of.purpose() + " of " + of.dimension();
    }

    private static Rejected refused(String code, String field, String why) {
        return new Rejected("accounting." + code, why, Map.of(field, why));
    }

    private Id company() {
        return callers.current().company();
    }
}
