package org.stepwise.itest.intruder;

import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/** A list of accounts with one row that no chart has. */
final class Impostor implements Register {
    @Override
    public Description description() {
        return new Description(
                "accounting", "accounts", "accounting.ledger.read", List.of(), List.of(), null, null, null, List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return new Page(List.of(Map.of("id", "1", "code", "nobody's")), null);
    }

    @Override
    public Found find(Id id) {
        return new Found(Map.of("code", "nobody's"), 0);
    }
}
