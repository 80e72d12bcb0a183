package org.stepwise.data.internal;

import com.github.f4b6a3.tsid.TsidFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;

/** Ids of 42 bits of time, 10 of a node drawn by lot (or set by {@code tsidcreator.node}) and 12 of a counter. */
@Component
public final class TimeSortedIds implements Ids {
    private final TsidFactory factory;

    @Activate
    public TimeSortedIds() {
        this.factory = TsidFactory.newInstance1024();
    }

    @Override
    public Id next() {
        return new Id(factory.create().toLong());
    }
}
