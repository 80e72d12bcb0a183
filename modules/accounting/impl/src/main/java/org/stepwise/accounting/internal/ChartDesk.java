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
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.chart.Purpose;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
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
    private final Posted posted;

    @Activate
    public ChartDesk(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Callers callers,
            @Reference Chart chart,
            @Reference Posted posted) {
        this.verbs = verbs;
        this.log = log;
        this.callers = callers;
        this.chart = chart;
        this.posted = posted;
    }

    @Override
    public Id open(AccountOpened account) {
        return verbs.write(MODULE, PERMISSION, () -> {
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
            log.record(MODULE, verbs.today(), account);
            return Id.named(account.code());
        });
    }

    @Override
    public Id post(String purpose, String account, LocalDate validFrom) {
        var caughtUp = posted.caughtUp(company());
        return verbs.write(MODULE, PERMISSION, () -> {
            if (Arrays.stream(Purpose.values()).noneMatch(known -> known.name().equals(purpose))) {
                throw refused("posting-rule.purpose", "purpose", "\"" + purpose + "\" is nothing that is posted");
            }
            if (chart.account(company(), account).isEmpty()) {
                throw refused("posting-rule.account", "account", "account " + account + " is not in the chart");
            }
            if (!caughtUp) {
                throw new Conflict(
                        "accounting.posting-rule.busy",
                        "not everything recorded is posted yet, and a rule must not reach behind it: try again");
            }
            var newest = posted.newestValueDate(company());
            if (newest != null && !validFrom.isAfter(newest)) {
                throw refused(
                        "posting-rule.behind", "validFrom", "there are journals up to " + newest + ": begin after it");
            }
            log.record(MODULE, verbs.today(), new PostingRuleSet(purpose, account, validFrom));
            return Id.named(purpose, validFrom);
        });
    }

    private static Rejected refused(String code, String field, String why) {
        return new Rejected("accounting." + code, why, Map.of(field, why));
    }

    private Id company() {
        return callers.current().company();
    }
}
