package org.stepwise.modules.internal.document;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.stepwise.document.DocumentService;
import org.stepwise.document.Documents;
import org.stepwise.module.Homes;

/** The documents as one bundle has them: those of its module, for nobody writes or reads tables of another. */
@Component(service = DocumentService.class, scope = ServiceScope.BUNDLE)
public final class OwnDocuments implements DocumentService {
    private final BundleContext container;
    private final Bundle user;
    private final DocumentDesks desks;

    @Activate
    public OwnDocuments(ComponentContext context, @Reference DocumentDesks desks) {
        // Null on a plain class path: there are no bundles there to tell apart.
        this.container = context.getBundleContext();
        this.user = context.getUsingBundle();
        this.desks = desks;
    }

    @Override
    public <D extends Record> Documents<D> of(Class<D> described) {
        var layout = new DocumentLayout<>(described);
        if (user != null && !Homes.isOf(layout.module(), user, container.getBundles())) {
            throw new IllegalArgumentException("the bundle %s is no part of the module %s, whose documents these are"
                    .formatted(user.getSymbolicName(), layout.module()));
        }
        return new DocumentDesk<>(layout, desks);
    }
}
