package org.stepwise.modules.internal.life;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.security.Companies;

/** The state of each module in each company. A module without a row was never enabled. */
@Component(service = StateTable.class)
public final class StateTable {
    private static final String SELECT =
            "SELECT company, module, state, reason, module_schema, configured, settings FROM platform.company_module";
    private static final String KEY = " WHERE company = ? AND module = ?";
    private static final int REASON_LONGEST = 2000;

    private final Transactions transactions;

    /** The table comes with those of the companies, so that these must be there first. */
    @Activate
    public StateTable(@Reference Transactions transactions, @Reference Companies companies) {
        this.transactions = transactions;
    }

    public List<Row> all() {
        return list(SELECT + " ORDER BY company, module");
    }

    public Optional<Row> find(Key key) {
        return list(SELECT + KEY, key.company().value(), key.module()).stream().findFirst();
    }

    /** Companies, among all, in which the module is on or on its way there. */
    public boolean wanted(String module) {
        return all().stream()
                .anyMatch(row ->
                        row.key.module().equals(module) && (row.state == State.ON || row.state == State.ENABLING));
    }

    /** Makes the row if there is none; returns false, and changes nothing, when the state is not one of these. */
    public boolean move(Key key, List<State> from, State to, String settings) {
        return transactions.call(() -> {
            var row = find(key);
            if (row.isEmpty() && from.contains(State.AVAILABLE)) {
                update(
                        "INSERT INTO platform.company_module"
                                + " (company, module, state, reason, module_schema, configured, settings)"
                                + " VALUES (?, ?, ?, '', '', FALSE, ?)",
                        key.company().value(),
                        key.module(),
                        to.name(),
                        settings);
                return true;
            }
            return row.isPresent()
                    && from.contains(row.get().state)
                    && update(
                                    "UPDATE platform.company_module SET state = ?, reason = '', settings = ?" + KEY
                                            + " AND state = ?",
                                    to.name(),
                                    settings,
                                    key.company().value(),
                                    key.module(),
                                    row.get().state.name())
                            == 1;
        });
    }

    public void set(Key key, State state, String reason) {
        var said = reason.length() > REASON_LONGEST ? reason.substring(0, REASON_LONGEST) : reason;
        update(
                "UPDATE platform.company_module SET state = ?, reason = ?" + KEY,
                state.name(),
                said,
                key.company().value(),
                key.module());
    }

    public void schema(Key key, String schema) {
        update(
                "UPDATE platform.company_module SET module_schema = ?" + KEY,
                schema,
                key.company().value(),
                key.module());
    }

    /** The settings given are in the log now. */
    public void configured(Key key) {
        update(
                "UPDATE platform.company_module SET configured = TRUE, settings = '{}'" + KEY,
                key.company().value(),
                key.module());
    }

    private List<Row> list(String sql, Object... values) {
        return prepared(sql, statement -> {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Row>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        });
    }

    private int update(String sql, Object... values) {
        return prepared(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    private <T> T prepared(String sql, Uses<T> uses) {
        return transactions.call(() -> {
            try (var connection = transactions.connection();
                    var statement = connection.prepareStatement(sql)) {
                return uses.use(statement);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Key(new Id(row.getLong("company")), row.getString("module")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("module_schema"),
                row.getBoolean("configured"),
                row.getString("settings"));
    }

    /** Where a module stands; {@code settings} are those given and not yet recorded, as JSON. */
    public record Row(Key key, State state, String reason, String schema, boolean configured, String settings) {}

    private interface Uses<T> {
        T use(PreparedStatement statement) throws SQLException;
    }
}
