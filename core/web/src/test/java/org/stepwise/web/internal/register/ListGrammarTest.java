package org.stepwise.web.internal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.error.Rejected;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;

class ListGrammarTest {
    private static final Description ORDERS = new Description(
            "crm",
            "orders",
            "crm.order.read",
            List.of(
                    Column.of("number", ValueType.TEXT, "number").sorted(),
                    Column.of("date", ValueType.DATE, "order_date").sorted(),
                    Column.choice("status", "status", "DRAFT", "CONFIRMED"),
                    Column.of("total", ValueType.AMOUNT, "total"),
                    Column.of("note", ValueType.TEXT, "note").shown()),
            List.of(),
            null,
            null,
            null,
            List.of());

    @Test
    void nothingAskedForIsTheFirstPage() {
        assertThat(ListGrammar.parse(ORDERS, Map.of())).isEqualTo(ListQuery.first(50));
    }

    @Test
    void everythingCanBeAskedForAtOnce() {
        var query = ListGrammar.parse(
                ORDERS,
                Map.of(
                        "limit", List.of("10"),
                        "after", List.of("abc"),
                        "sort", List.of("-date,number"),
                        "filter", List.of("status:in:DRAFT,CONFIRMED", "number:contains:a:b", "total:ge:10.5")));

        assertThat(query)
                .isEqualTo(new ListQuery(
                        10,
                        "abc",
                        List.of("-date", "number"),
                        List.of(
                                new Filter("status", Operator.IN, "DRAFT,CONFIRMED"),
                                new Filter("number", Operator.CONTAINS, "a:b"),
                                new Filter("total", Operator.GE, "10.5"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=-1",
                "limit=ten",
                "sort=total",
                "sort=unknown",
                "sort=date desc",
                "filter=status",
                "filter=status:eq",
                "filter=unknown:eq:1",
                "filter=note:eq:1",
                "filter=status:like:D",
                "filter=status:EQ:DRAFT",
                "filter=status:eq:OPEN",
                "filter=status:in:DRAFT,OPEN",
                "filter=date:eq:yesterday",
                "filter=total:gt:1 OR 1=1",
                "filter=total:eq:",
                "filter=total:contains:1",
                "where=1"
            })
    void whatIsNotInTheGrammarIsRefused(String parameter) {
        var parts = parameter.split("=", 2);

        var refused = catchThrowableOfType(
                Rejected.class, () -> ListGrammar.parse(ORDERS, Map.of(parts[0], List.of(parts[1]))));

        assertThat(refused.code()).isEqualTo("erp.list.invalid");
        assertThat(refused.fields()).hasSize(1);
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        assertThatThrownBy(() -> ListGrammar.parse(ORDERS, Map.of("limit", List.of("1", "2"))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("once");
    }
}
