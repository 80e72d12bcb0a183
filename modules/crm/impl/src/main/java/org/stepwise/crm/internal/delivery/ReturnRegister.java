package org.stepwise.crm.internal.delivery;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.document.DocumentService;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.web.Register;

/** Goods that came back, and the credit note for them. */
@Component(service = Register.class)
public final class ReturnRegister extends CommandRegister {
    @Activate
    public ReturnRegister(@Reference DocumentService documents, @Reference Reader reader) {
        super(documents.of(GoodsReturn.class).sheet(reader));
    }
}
