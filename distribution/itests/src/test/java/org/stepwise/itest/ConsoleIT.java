package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.driver.Rest;
import org.stepwise.driver.RunningErp;

/** An administrator looks after the company from a script: every answer can be read, every failure can be noticed. */
@Order(3)
@ExtendWith(Erps.Shared.class)
class ConsoleIT {
    private RunningErp erp;

    @BeforeEach
    void boot(Erps erps) {
        erp = erps.on(Database.Kind.DERBY);
    }

    @Test
    void theModulesAreSeenAndPlanned() {
        assertThat(erp.told("erp:status")).contains("Northwind", "masterdata", "accounting");
        var status = Rest.parse(erp.told("erp:status --json"));
        assertThat(status.path("conditions").findValuesAsText("code")).doesNotContain("erp.state.events-parked");
        assertThat(status.path("modules").findValuesAsText("module")).contains("masterdata", "accounting");
        var modules = Rest.parse(erp.told("erp:module-list --json"));
        assertThat(modules.findValuesAsText("name")).contains("accounting", "crm", "masterdata", "warehouse");
        assertThat(erp.told("erp:module-plan crm")).contains("events to read");
    }

    @Test
    void theLogIsSeen() {
        assertThat(erp.told("erp:log-tail --lines 500")).contains("masterdata.company-founded");
        var lag = Rest.parse(erp.told("erp:log-lag --json"));
        assertThat(lag.findValuesAsText("name")).contains("masterdata.parties");
        assertThat(lag.findValues("parked"))
                .allSatisfy(parked -> assertThat(parked.asInt()).isZero());
    }

    @Test
    void usersAndTokensAreMade() {
        var users = Rest.parse(erp.told("erp:user-list --json"));
        assertThat(users.findValuesAsText("name")).contains("admin");
        var token = RunningErp.lastLine(erp.told("erp:token-create"));
        var session = erp.nobody().with(token).get("/api/session").is(200);
        assertThat(session.text("user")).isEqualTo("admin");
    }

    @Test
    void failuresAreToldInOneSentenceAndByTheExitCode() {
        var unknown = erp.console("erp:module-plan nonsense");
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.said()).contains("there is no module \"nonsense\"").doesNotContain("\tat ");
        var unconfirmed = erp.console("erp:module-purge masterdata");
        assertThat(unconfirmed.exitCode()).isNotZero();
        assertThat(erp.console("erp:nonsense").exitCode()).isNotZero();
    }

    @Test
    void aFileOfPartiesIsTriedAndThenTakenIn() throws IOException {
        var good = erp.home().resolve("parties.csv");
        Files.writeString(
                good, "code,name,customer,city\nCSV-1,\"Bólido, Comidas\",true,Madrid\nCSV-2,Blondel,true,\n");
        var bad = erp.home().resolve("bad.csv");
        Files.writeString(bad, "code,name,customer\nCSV-1,Good,true\nCSV-2,,true\n");

        assertThat(imported("--dry-run " + good)).contains("2 documents would be created");
        assertThat(found()).isZero();
        var refused = erp.console("erp:import --into masterdata.parties " + bad);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.said()).contains("3").contains("name");
        assertThat(found()).isZero();
        assertThat(imported("" + good)).contains("2 documents were created");
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void listsAreWorkedWithByTheNamesThatPeopleUse() {
        assertThat(erp.told("help")).contains("erp:act", "erp:list");
        assertThat(erp.told("help", "erp:act")).contains("verb");
        assertThat(erp.told("help", "masterdata"))
                .contains("masterdata:company-language")
                .doesNotContain("erp:act");
        var id = erp.told("erp:create", "masterdata.parties", "code=TYPED", "name=O'Hara & \"Sons\"", "customer=true")
                .strip()
                .split(" ")[0];
        assertThat(erp.told("erp:show masterdata.parties TYPED --json")).contains(id, "O'Hara & \\\"Sons\\\"");
        assertThat(erp.told("erp:change", "masterdata.parties", "TYPED", "city=New York", "phone="))
                .startsWith(id);
        var rows = Rest.parse(erp.told("erp:list", "masterdata.parties", "city=New York", "--json", "--limit", "1"));
        assertThat(rows.findValuesAsText("code")).containsExactly("TYPED");
        assertThat(erp.told("erp:history masterdata.parties TYPED --lines 1")).contains("New York");
        assertThat(erp.told("erp:describe masterdata.parties")).contains("masterdata.party.erase", "erase");
        var refused = erp.console("erp:create masterdata.parties code=TYPED shoe=43");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.said()).contains("name: is required", "shoe: is not a field of this form");
    }

    private String imported(String arguments) {
        return erp.told("erp:import --into masterdata.parties " + arguments);
    }

    private int found() {
        return erp.rest()
                .get("/api/masterdata/parties?filter=code:contains:CSV-")
                .is(200)
                .items()
                .size();
    }
}
