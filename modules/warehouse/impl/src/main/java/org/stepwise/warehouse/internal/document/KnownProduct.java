package org.stepwise.warehouse.internal.document;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.masterdata.event.ProductRecorded;

/** What the warehouse learned of a product. */
@Entity
@Table(schema = "warehouse", name = "product")
@IdClass(RowKey.class)
public class KnownProduct {
    @Id
    private long company;

    @Id
    private long id;

    private String code;
    private String name;
    private String unit;
    private boolean goods;

    protected KnownProduct() {}

    KnownProduct(org.stepwise.data.Id company, org.stepwise.data.Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    void apply(ProductRecorded fact) {
        code = fact.code();
        name = fact.name();
        unit = fact.unit();
        goods = fact.kind().equals("GOODS");
    }

    public boolean goods() {
        return goods;
    }
}
