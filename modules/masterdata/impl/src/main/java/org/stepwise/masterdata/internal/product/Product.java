package org.stepwise.masterdata.internal.product;

import java.util.LinkedHashMap;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.input.Shape;
import org.stepwise.masterdata.MasterData.ProductView;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.web.Found;

/** A product as it stands. */
@Entity
@Table(schema = "masterdata", name = "product")
@IdClass(RowKey.class)
public class Product {
    @Id
    private long company;

    @Id
    private long id;

    private String code;
    private String name;
    private String category;
    private String unit;
    private String kind;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "is_active")
    private boolean active;

    @Version
    private long version;

    protected Product() {}

    Product(org.stepwise.data.Id company, org.stepwise.data.Id id) {
        this.company = company.value();
        this.id = id.value();
    }

    ProductRecorded change(long seen, ProductRecorded wanted) {
        if (seen != -1 && seen != version) {
            throw new Conflict(
                    "masterdata.product.changed-meanwhile",
                    "product " + code + " was changed by somebody else; read it again and repeat your change");
        }
        return wanted;
    }

    /** Whether the fact has it counted in another unit, or as another kind. */
    boolean countsOtherwise(ProductRecorded fact) {
        return !unit.equals(fact.unit()) || !kind.equals(fact.kind());
    }

    void apply(ProductRecorded fact) {
        code = fact.code();
        name = fact.name();
        category = fact.category();
        unit = fact.unit();
        kind = fact.kind();
        taxCode = fact.taxCode();
        active = fact.active();
    }

    ProductView view() {
        return new ProductView(new org.stepwise.data.Id(id), code, name, unit, kind, taxCode, active, version);
    }

    /** All that is known, as the form shows it. */
    Found found(Prices.Shown price) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", new org.stepwise.data.Id(id));
        shown.putAll(Shape.of(NewProduct.class).values(known()));
        shown.put("listPrice", price.now());
        shown.put("nextPrice", price.next());
        shown.put("nextPriceFrom", price.nextFrom());
        shown.put("version", version);
        return new Found(shown, version);
    }

    NewProduct known() {
        return new NewProduct(code, name, category, unit, kind, taxCode, active);
    }
}
