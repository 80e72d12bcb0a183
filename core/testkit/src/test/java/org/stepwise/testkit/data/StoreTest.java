package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Database;
import org.stepwise.testkit.Store;

class StoreTest {
    /** A look from outside starts Derby, and nothing but the store knows when it is not needed any more. */
    @Test
    void aDatabaseThatWasLookedAtFromOutsideIsEndedBeforeItIsDeleted() throws SQLException {
        var store = Store.create(Database.Kind.DERBY);
        try (var connection = DriverManager.getConnection(store.url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE seen (id BIGINT)");
        }
        store.close();
        assertThat(store.directory()).doesNotExist();
        assertThatThrownBy(() -> DriverManager.getConnection(store.url()).close())
                .isInstanceOfSatisfying(SQLException.class, ended -> assertThat(ended.getSQLState())
                        .isEqualTo("XJ004"));
    }
}
