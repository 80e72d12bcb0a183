package org.stepwise.masterdata.internal.goods;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;

/** The notes of goods that came in. */
@Component(service = Projection.class)
public final class GoodsNotes implements Projection {
    /** The series of {@link GoodsReceived}. */
    private static final String RECEIPTS = "GR";

    private final Transactions transactions;

    @Activate
    public GoodsNotes(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public String name() {
        return "masterdata.goods";
    }

    @Override
    public void define(Handlers on) {
        on.apply(OpeningStockRecorded.class, fact -> List.of(fact.document()), this::opened)
                .apply(GoodsReceived.class, fact -> List.of(fact.receipt()), this::received)
                .apply(DocumentNumbered.class, fact -> List.of(fact.document()), this::numbered);
    }

    /** The head of a note. */
    private record Note(Id company, Id id, String kind, LocalDate on, Id supplier, String reference) {}

    private void opened(Recorded<OpeningStockRecorded> recorded) {
        var fact = recorded.event();
        write(new Note(recorded.company(), fact.document(), "OPENING", recorded.on(), null, null), fact.lines());
    }

    private void received(Recorded<GoodsReceived> recorded) {
        var fact = recorded.event();
        var note = new Note(
                recorded.company(), fact.receipt(), "RECEIPT", recorded.on(), fact.supplier(), fact.reference());
        write(note, fact.lines());
    }

    private void write(Note note, List<ReceiptLine> lines) {
        try (var connection = transactions.connection();
                var head = connection.prepareStatement("INSERT INTO masterdata.goods_note"
                        + " (company, id, kind, happened_on, supplier, reference) VALUES (?, ?, ?, ?, ?, ?)");
                var body = connection.prepareStatement("INSERT INTO masterdata.goods_note_line"
                        + " (company, note, line, product, quantity, unit_cost) VALUES (?, ?, ?, ?, ?, ?)")) {
            head.setLong(1, note.company().value());
            head.setLong(2, note.id().value());
            head.setString(3, note.kind());
            head.setDate(4, Date.valueOf(note.on()));
            head.setObject(5, note.supplier() == null ? null : note.supplier().value(), Types.BIGINT);
            head.setString(6, note.reference());
            head.executeUpdate();
            for (var line : lines) {
                body.setLong(1, note.company().value());
                body.setLong(2, note.id().value());
                body.setInt(3, line.line());
                body.setLong(4, line.product().value());
                body.setBigDecimal(5, line.quantity());
                body.setBigDecimal(6, line.unitCost());
                body.addBatch();
            }
            body.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("goods note " + note.id() + " cannot be written", failure);
        }
    }

    private void numbered(Recorded<DocumentNumbered> recorded) {
        if (!recorded.event().series().equals(RECEIPTS)) {
            return;
        }
        try (var connection = transactions.connection();
                var insert = connection.prepareStatement(
                        "INSERT INTO masterdata.goods_note_number (company, note, number) VALUES (?, ?, ?)")) {
            insert.setLong(1, recorded.company().value());
            insert.setLong(2, recorded.event().document().value());
            insert.setString(3, recorded.event().number());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the number of a goods note cannot be written", failure);
        }
    }
}
