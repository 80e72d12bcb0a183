package org.stepwise.attributes.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.AttributeDefined;
import org.stepwise.attributes.event.AttributeWithdrawn;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;

/** Writes what was said of attributes. */
@Component(service = Projection.class)
public final class DefinitionFacts implements Projection {
    private final Definitions definitions;

    @Activate
    public DefinitionFacts(@Reference Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public String module() {
        return AttributesModule.MODULE;
    }

    @Override
    public String name() {
        return "attributes.definitions";
    }

    @Override
    public void define(Handlers on) {
        on.apply(
                AttributeDefined.class,
                fact -> List.of(fact.register()),
                recorded -> definitions.write(recorded.company(), recorded.event()));
        on.apply(
                AttributeWithdrawn.class,
                fact -> List.of(fact.register()),
                recorded -> definitions.remove(recorded.company(), recorded.event()));
    }
}
