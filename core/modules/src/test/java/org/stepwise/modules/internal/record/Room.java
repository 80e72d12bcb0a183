package org.stepwise.modules.internal.record;

import org.stepwise.input.field.Key;
import org.stepwise.record.Described;

/** Where somebody sits: as small as a record can be. */
@Described("office.rooms")
public record Room(@Key String code) {}
