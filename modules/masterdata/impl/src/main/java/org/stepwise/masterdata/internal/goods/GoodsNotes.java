package org.stepwise.masterdata.internal.goods;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
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

    private final Sql sql;

    @Activate
    public GoodsNotes(@Reference Sql sql) {
        this.sql = sql;
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
        sql.write(
                "INSERT INTO masterdata.goods_note (company, id, kind, happened_on, supplier, reference)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                note.company(),
                note.id(),
                note.kind(),
                note.on(),
                note.supplier(),
                note.reference());
        sql.batch(
                "INSERT INTO masterdata.goods_note_line (company, note, line, product, quantity, unit_cost)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                lines.stream().map(line -> row(note, line)).toList());
    }

    private static Object[] row(Note note, ReceiptLine line) {
        return new Object[] {note.company(), note.id(), line.line(), line.product(), line.quantity(), line.unitCost()};
    }

    private void numbered(Recorded<DocumentNumbered> recorded) {
        if (!recorded.event().series().equals(RECEIPTS)) {
            return;
        }
        sql.write(
                "INSERT INTO masterdata.goods_note_number (company, note, number) VALUES (?, ?, ?)",
                recorded.company(),
                recorded.event().document(),
                recorded.event().number());
    }
}
