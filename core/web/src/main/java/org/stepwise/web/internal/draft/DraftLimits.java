package org.stepwise.web.internal.draft;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;

/** How many drafts are kept, and how large ones. None is ever deleted to make room. */
@Component(service = DraftLimits.class, configurationPid = "org.stepwise.web.drafts")
@Designate(ocd = DraftLimits.Config.class)
public final class DraftLimits {
    /** Technical limits. */
    @ObjectClassDefinition(name = "Drafts of forms")
    public @interface Config {
        @AttributeDefinition(description = "Most drafts that one user keeps in a company")
        int mostOfOne() default 100;

        @AttributeDefinition(description = "Most drafts that a company keeps")
        int mostOfAll() default 10_000;

        @AttributeDefinition(description = "Largest draft, in kilobytes of JSON")
        int largestKilobytes() default 1_000;
    }

    private static final int KILOBYTE = 1_000;

    private final DraftTable table;
    private final Config config;

    @Activate
    public DraftLimits(@Reference DraftTable table, Config config) {
        this.table = table;
        this.config = config;
    }

    /** Refuses one more; asked in the transaction that adds it. */
    void requireRoom(Id company, Id maker) {
        if (table.count(company, null, maker) >= config.mostOfOne()) {
            throw new Rejected(
                    "erp.draft.too-many",
                    "you keep " + config.mostOfOne() + " drafts already, as many as one may; record some of them, or"
                            + " delete what you need no more, then save this one again");
        }
        if (table.count(company, null, null) >= config.mostOfAll()) {
            throw new Rejected(
                    "erp.draft.company-full",
                    "the company keeps " + config.mostOfAll() + " drafts already, as many as it may; have some of them"
                            + " recorded or deleted, then save this one again");
        }
    }

    void requireFit(byte[] body) {
        if (body.length > config.largestKilobytes() * KILOBYTE) {
            throw new Rejected(
                    "erp.draft.too-big",
                    "the draft has " + body.length / KILOBYTE + " kB; at most " + config.largestKilobytes()
                            + " are kept. Record what is ready, or leave some out");
        }
    }
}
