package org.stepwise.modules.internal.life;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.module.Modules;
import org.stepwise.modules.internal.catalogue.Catalogue;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.security.Permissions;

/** The life cycle for those who may see or manage it. */
@Component
public final class ModuleDesk implements Modules {
    private final Permissions permissions;
    private final Catalogue catalogue;
    private final LifeCycle life;
    private final Planner planner;

    @Activate
    public ModuleDesk(
            @Reference Permissions permissions,
            @Reference Catalogue catalogue,
            @Reference LifeCycle life,
            @Reference Planner planner) {
        this.permissions = permissions;
        this.catalogue = catalogue;
        this.life = life;
        this.planner = planner;
    }

    @Override
    public List<Standing> list(Id company) {
        permissions.require(ModulePermissions.SEE);
        return catalogue.all().stream()
                .map(ModuleDescriptor::name)
                .map(module -> life.standing(key(company, module)))
                .filter(life::isListed)
                .toList();
    }

    @Override
    public Standing find(Id company, String module) {
        permissions.require(ModulePermissions.SEE);
        return life.standing(key(company, module));
    }

    @Override
    public Plan plan(Id company, String module) {
        permissions.require(ModulePermissions.SEE);
        return planner.plan(key(company, module));
    }

    @Override
    public List<Setting> settings(Id company, String module) {
        permissions.require(ModulePermissions.SEE);
        return life.settings(key(company, module));
    }

    @Override
    public void enable(Id company, String module, Map<String, String> settings) {
        permissions.require(ModulePermissions.MANAGE);
        life.enable(key(company, module), settings);
    }

    @Override
    public void disable(Id company, String module) {
        permissions.require(ModulePermissions.MANAGE);
        life.disable(key(company, module));
    }

    @Override
    public void purge(Id company, String module, String confirm) {
        permissions.require(ModulePermissions.MANAGE);
        life.purge(key(company, module), confirm);
    }

    private static Key key(Id company, String module) {
        if (company == null) {
            throw new Conflict("erp.company.none", "there is no company yet; found one first");
        }
        return new Key(company, module);
    }
}
