package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.Attributes;
import org.stepwise.data.Database;
import org.stepwise.masterdata.record.PaymentTerm;
import org.stepwise.masterdata.record.Unit;
import org.stepwise.record.RecordService;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** What is required of described records is asked at all doors, and no module says by which facts they come to be. */
class RequiredTest {
    private static final String TERMS = "masterdata.payment-terms";

    private static PaymentTerm term(String code, int days) {
        return new PaymentTerm(code, code, days, null, null);
    }

    @Law(8)
    @OnBothDatabases
    void ofADescribedRecordItIsAskedAtItsServiceToo(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var records = shop.company().service(RecordService.class);
            var terms = records.of(PaymentTerm.class);
            var attributes = shop.company().service(Attributes.class);
            var old = shop.as(() -> terms.record(term("OLD", 10)));
            shop.define(NewAttribute.of(TERMS, "bank", AttributeType.TEXT).must());
            shop.refused("erp.form.invalid", () -> shop.create(TERMS, "{'code':'A','name':'A','days':1}"));
            shop.refused("attributes.value.required", () -> terms.record(term("A", 1)));
            shop.as(() -> records.of(Unit.class).record(new Unit("pc", "Piece")));
            shop.as(() -> {
                terms.change(old, -1, term("OLD", 20));
                terms.archive(old, -1);
                terms.restore(old, -1);
                return null;
            });
            var made = shop.as(() -> attributes.with(TERMS, Map.of("bank", "B"), () -> terms.record(term("A", 1))));
            assertThat(shop.view(TERMS, made))
                    .extracting("code", "attributes_bank")
                    .containsExactly("A", "B");
            var entered = shop.create(TERMS, "{'code':'C','name':'C','days':1,'attributes_bank':'C'}");
            assertThat(shop.view(TERMS, entered).get("attributes_bank")).isEqualTo("C");
        }
    }
}
