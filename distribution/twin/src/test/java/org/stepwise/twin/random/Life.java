package org.stepwise.twin.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Days;
import org.stepwise.module.Verbs;
import org.stepwise.testkit.TestCompany;

/**
 * A company that lives a history. Every act goes through the door that is open; one that is refused is as good as one
 * that is done, and anything but a refusal ends the history.
 */
final class Life {
    static final LocalDate FOUNDED = LocalDate.of(2026, 1, 1);

    private final TestCompany company;
    private final Things things = new Things();
    private final StringBuilder story = new StringBuilder();
    private final MasterDataActs masterData;
    private final SalesActs sales;
    private final GoodsActs goods;
    private final BookActs books;
    private LocalDate today = FOUNDED.plusDays(1);

    /** What there is to act on, in the order in which it came to be. */
    static final class Things {
        final List<Id> customers = new ArrayList<>();
        final List<Id> products = new ArrayList<>();
        final List<Id> drafts = new ArrayList<>();
        final List<Id> orders = new ArrayList<>();
        final List<Id> plans = new ArrayList<>();
        final List<Id> deliveries = new ArrayList<>();
        final List<Id> returns = new ArrayList<>();
        final List<Id> invoices = new ArrayList<>();

        /** Empty when there is none yet: then there is nothing to do. */
        static Optional<Id> pick(List<Id> from, Act act) {
            return from.isEmpty() ? Optional.empty() : Optional.of(from.get(act.which() % from.size()));
        }
    }

    Life(TestCompany company) {
        this.company = company;
        masterData = new MasterDataActs(this);
        sales = new SalesActs(this);
        goods = new GoodsActs(this);
        books = new BookActs(this);
    }

    TestCompany company() {
        return company;
    }

    Things things() {
        return things;
    }

    MasterDataActs masterData() {
        return masterData;
    }

    SalesActs sales() {
        return sales;
    }

    GoodsActs goods() {
        return goods;
    }

    BookActs books() {
        return books;
    }

    boolean owns(String module) {
        return company.service(Verbs.class).owns(module);
    }

    LocalDate today() {
        return today;
    }

    /** The business date of an act; the company is not older than itself. */
    LocalDate day(Act act) {
        var day = today.minusDays(act.daysAgo());
        return day.isBefore(FOUNDED) ? FOUNDED : day;
    }

    /** The day from which a setting of an act holds: today, or one of the days to come. */
    LocalDate begins(Act act) {
        return today.plusDays(act.daysAgo());
    }

    /** What was done, act by act, with what came of it. */
    String story() {
        return story.toString();
    }

    void live(List<Act> history) {
        company.enable("crm");
        company.as(() -> {
            masterData.begin();
            history.forEach(this::live);
            return null;
        });
    }

    private void live(Act act) {
        story.append("  ").append(today).append("  ").append(act).append("  ");
        try {
            act.verb().act(this, act);
            story.append("done\n");
        } catch (Refusal refused) {
            story.append(refused.code()).append('\n');
        } catch (RuntimeException finding) {
            story.append(finding).append('\n');
            throw finding;
        }
    }

    void pass(Act act) {
        today = today.plusDays(1 + 4L * act.which());
        company.service(Days.class).endBefore(today);
    }

    void flip(String module) {
        if (owns(module)) {
            company.disable(module);
        } else {
            company.enable(module);
        }
    }

    /** Everything a module has is deleted and computed again from the log. */
    void rebuild(Act act) {
        var module = List.of("crm", "warehouse", "accounting").get(act.which() % 3);
        if (owns(module)) {
            company.disable(module);
            company.purge(module);
            company.enable(module);
        }
    }

    /** Everything on, nothing half-done: drafts bind nobody and may be lost, so they are given up. */
    void end() {
        company.as(() -> {
            for (var module : Twins.MODULES) {
                if (!owns(module)) {
                    company.enable(module);
                }
            }
            sales.discardDrafts();
            return null;
        });
        company.settle();
    }
}
