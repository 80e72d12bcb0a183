package org.stepwise.masterdata.record;

import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.record.Described;

/** A category of products, which may lie within another. */
@Described("masterdata.categories")
public record Category(
        @Key @Max(100) String code,
        @Must @Max(200) @ByLanguage String name,
        @CodeOf("masterdata.categories") @Max(100) String within) {}
