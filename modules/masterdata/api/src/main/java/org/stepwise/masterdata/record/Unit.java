package org.stepwise.masterdata.record;

import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.record.Described;

/** In which things are counted, such as {@code PCE}; UN/ECE recommendation 20 has codes that others know too. */
@Described("masterdata.units")
public record Unit(@Key @Capitals @Max(10) String code, @Must @Max(200) @ByLanguage String name) {}
