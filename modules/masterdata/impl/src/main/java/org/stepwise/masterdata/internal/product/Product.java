package org.stepwise.masterdata.internal.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.stepwise.data.RowKey;
import org.stepwise.error.Conflict;
import org.stepwise.masterdata.MasterData.ProductView;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.event.ProductRecorded;

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

    ProductDetails details(Prices.Shown price) {
        return new ProductDetails(
                new org.stepwise.data.Id(id),
                code,
                name,
                category,
                unit,
                kind,
                taxCode,
                price.now(),
                price.next(),
                price.nextFrom(),
                active,
                version);
    }

    NewProduct known() {
        return new NewProduct(code, name, category, unit, kind, taxCode, active);
    }

    /** All that is known of a product, as its form shows it. */
    record ProductDetails(
            org.stepwise.data.Id id,
            String code,
            String name,
            String category,
            String unit,
            String kind,
            String taxCode,
            BigDecimal listPrice,
            BigDecimal nextPrice,
            LocalDate nextPriceFrom,
            boolean active,
            long version) {}
}
