package org.stepwise.data.jpa;

import java.sql.Date;
import java.time.LocalDate;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** A day as a DATE column. */
@Converter
public final class DayConverter implements AttributeConverter<LocalDate, Date> {
    @Override
    public Date convertToDatabaseColumn(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    @Override
    public LocalDate convertToEntityAttribute(Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
