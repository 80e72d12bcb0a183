package org.stepwise.data.jpa;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** A moment as a TIMESTAMP column in UTC, to the microsecond (what both databases keep). */
@Converter
public final class MomentConverter implements AttributeConverter<Instant, Timestamp> {
    @Override
    public Timestamp convertToDatabaseColumn(Instant moment) {
        return moment == null
                ? null
                : Timestamp.valueOf(LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
    }

    @Override
    public Instant convertToEntityAttribute(Timestamp moment) {
        return moment == null ? null : moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
