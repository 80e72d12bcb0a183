package org.stepwise.web.internal.draft;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;
import org.stepwise.web.Description;
import org.stepwise.web.Register;
import org.stepwise.web.internal.register.Registers;

/** Who may do what with the drafts of a list: who may create in it, with his own; who may read it too, with all. */
@Component(service = DraftAccess.class)
public final class DraftAccess {
    private final Registers registers;
    private final Permissions permissions;
    private final Callers callers;
    private final DraftTable table;

    @Activate
    public DraftAccess(
            @Reference Registers registers,
            @Reference Permissions permissions,
            @Reference Callers callers,
            @Reference DraftTable table) {
        this.registers = registers;
        this.permissions = permissions;
        this.callers = callers;
        this.table = table;
    }

    /** A list whose drafts are open to the caller. */
    record Access(Register register, Caller caller, boolean toAll) {
        Description form() {
            return register.description();
        }

        Id company() {
            return caller.company();
        }

        /** Whose drafts are seen; null for everybody's. */
        Id maker() {
            return toAll ? null : caller.user();
        }
    }

    /** Refuses where nothing can be created, the module is not on, or the caller may not create. */
    Access to(String register) {
        var path = register.split("\\.", 2);
        if (path.length < 2) {
            throw new NotFound("erp.register.unknown", "there is no list \"" + Quoted.of(register) + "\"");
        }
        var found = registers.findOpen(path[0], path[1]);
        var description = found.description();
        if (description.create() == null) {
            throw new NotFound("erp.register.no-form", "nothing can be created in " + description.name());
        }
        permissions.require(description.create());
        var caller = callers.current();
        return new Access(found, caller, description.read() == null || caller.may(description.read()));
    }

    /** Refuses a draft that is not there, is of another list, or is not the caller's to see. */
    DraftTable.Row row(Access access, Id draft) {
        return table.find(access.company(), draft)
                .filter(row -> row.register().equals(access.form().name()))
                .filter(row ->
                        access.toAll() || row.madeBy().equals(access.caller().user()))
                .orElseThrow(() -> unknown(draft));
    }

    static NotFound unknown(Id draft) {
        return new NotFound(
                "erp.draft.unknown", "there is no draft " + draft + " here; it may have been recorded or deleted");
    }
}
