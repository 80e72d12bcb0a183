package org.stepwise.itest.folding;

import org.stepwise.document.DocumentProjection;
import org.stepwise.document.DocumentService;
import org.stepwise.log.event.DocumentNumbered;

/** What a fold must not do, out of sight of the projection. */
final class FoldsToday extends DocumentProjection<Dated> {
    FoldsToday(DocumentService documents) {
        super(
                "folding.dated",
                documents.of(Dated.class),
                on -> on.begin(DocumentNumbered.class, DocumentNumbered::document, recorded -> Dated.today()));
    }
}
