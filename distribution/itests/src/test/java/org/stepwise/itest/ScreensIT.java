package org.stepwise.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.driver.Program;
import org.stepwise.driver.RunningErp;
import org.stepwise.driver.Sources;

/**
 * A new employee opens the browser, logs in, enters a customer, finds it in the list, and switches accounting on: its
 * lists appear in the navigation while the page stays as it is. The browser finds nothing to complain about meanwhile.
 */
@Order(5)
@ExtendWith(Erps.Shared.class)
class ScreensIT {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static final LocatorAssertions.IsFocusedOptions PATIENT_FOCUS =
            new LocatorAssertions.IsFocusedOptions().setTimeout(60_000);
    private static final String NAME = "Bólido Comidas preparadas";

    private static final String CONDITIONS =
            """
            [{"code": "erp.state.of-tomorrow", "gravity": "down", "wholeServer": true, "values": {},
              "message": "told in the words of the server"},
             {"code": "erp.state.events-parked", "gravity": "warning", "wholeServer": false, "message": "parked",
              "values": {"subscription": "accounting.posting", "count": "2", "position": "4711"}}]
            """;
    private static final String PARKED =
            """
            [{"subscription": "accounting.posting", "position": "4711", "type": "crm.invoice-issued",
              "reason": "no such account"}]
            """;

    /** On a machine that has other work, too. */
    private static final double LONGEST_MILLISECONDS = 30_000;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private RunningErp erp;
    private Playwright playwright;
    private Page page;

    @BeforeEach
    void open(Erps erps) {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_MILLISECONDS);
        erp = erps.on(Database.Kind.DERBY);
        erp.trade().on("crm", "warehouse");
        erp.trade().purge("accounting");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(Program.needed("chromium")))
                        .setArgs(FLAGS));
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(erp.address()) && !request.url().startsWith("data:")) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
        page.onResponse(response -> {
            // Not logged in yet, and the form that was refused on purpose.
            if (response.status() >= 400 && response.status() != 401 && response.status() != 422) {
                complaints.add(response.status() + " for " + response.url());
            }
        });
    }

    @AfterEach
    void close() {
        playwright.close();
    }

    @Test
    void aCustomerIsEnteredAndAModuleSwitchedOn() throws IOException {
        var loggedBefore = Files.readString(erp.home().resolve("log/karaf.log")).length();
        logIn();
        var code = "SCR-" + UUID.randomUUID().toString().substring(0, 5);
        enterCustomer(code);
        findCustomer(code);
        copyCustomer(code, code + "-2");
        switchAccountingOn();
        assertThat(complaints).isEmpty();
        assertThat(Files.readString(erp.home().resolve("log/karaf.log")).substring(loggedBefore))
                .doesNotContain("| WARN ", "| ERROR |");
    }

    /** Somebody is called away while entering a customer, and goes on where he stopped. */
    @Test
    void whatWasTypedIsKeptAsADraftAndRecordedLater() {
        var code = "DRA-" + UUID.randomUUID().toString().substring(0, 5);
        logIn();
        navigation("Parties").click();
        button("New").click();
        page.locator("ui5-input[id$='-code'] input").fill(code);
        navigation("Home").click();
        assertThat(inDialog("Save draft")).isVisible(PATIENT);
        page.keyboard().press("Escape");
        assertThat(page.locator("ui5-input[id$='-code'] input")).hasValue(code);
        page.goBack();
        shoot("15-leave");
        inDialog("Save draft").click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Parties")))
                .isVisible(PATIENT);
        button("Drafts (1)").click();
        shoot("16-drafts");
        page.getByText(code).click();
        page.locator("ui5-input[id$='-name'] input").fill(NAME);
        page.locator("ui5-checkbox[id$='-customer']").click();
        shoot("17-draft");
        button("Save").click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(NAME)))
                .isVisible(PATIENT);
        navigation("Parties").click();
        assertThat(page.getByText(code)).isVisible(PATIENT);
        assertThat(button("Drafts (1)")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    private Locator inDialog(String text) {
        return page.locator("ui5-dialog[open] ui5-button", new Page.LocatorOptions().setHasText(text));
    }

    /** The server is well; what it would say otherwise is put in its mouth. */
    @Test
    void theStateOfTheServerIsSeenAndGoesOnBeingSeen() {
        var state = new AtomicReference<>("[]");
        var parked = new AtomicReference<>("[]");
        answer("**/api/state", state);
        answer("**/api/state/parked", parked);
        logIn();
        navigation("State").click();
        assertThat(page.getByText("All is well.")).isVisible(PATIENT);
        shoot("12-state-well");

        parked.set(PARKED);
        state.set(CONDITIONS);

        assertThat(page.getByText("Parked events of accounting.posting: 2, the first at 4711"))
                .isVisible(PATIENT);
        assertThat(page.getByText("erp:log-retry accounting.posting 4711")).isVisible();
        assertThat(page.getByText("no such account")).isVisible();
        assertThat(page.getByText("told in the words of the server")).isVisible();
        shoot("13-state-parked");
        navigation("Home").click();
        assertThat(page.locator("ui5-message-strip[design='Negative']"))
                .containsText("told in the words of the server");
        shoot("14-home-down");
        state.set("[]");
        assertThat(page.locator("ui5-message-strip[design='Negative']"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        assertThat(complaints).isEmpty();
    }

    private void answer(String address, AtomicReference<String> items) {
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"items\":" + items.get() + "}")));
    }

    /** A clerk whose only role reads orders: no module is to be seen but the one of the orders. */
    @Test
    void whoMayReadOrdersSeesThemAndNothingThatWouldBeRefused() {
        var clerk = "clerk-" + UUID.randomUUID().toString().substring(0, 5);
        erp.told("erp:role-set order-reader crm.order.read");
        var password = RunningErp.lastLine(erp.told("erp:user-add --role order-reader " + clerk));
        logIn(clerk, password);
        assertThat(page.locator("#next")).isFocused(PATIENT_FOCUS);
        enter("eight blue kettles", "eight blue kettles");
        assertThat(navigation("Orders")).isVisible(PATIENT);
        shoot("12-clerk");
        assertThat(navigation("Invoices")).hasCount(0);
        assertThat(navigation("Parties")).hasCount(0);
        assertThat(navigation("Modules")).hasCount(0);
        navigation("Orders").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Orders")))
                .isVisible(PATIENT);
        assertThat(page.locator("nav.grid-footer")).isVisible(PATIENT);
        shoot("13-clerk-orders");
        assertThat(button("New")).hasCount(0);
        assertThat(page.locator("#messages ui5-message-strip")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    /** By keyboard alone, as the page is the first that everybody sees. */
    @Test
    void whoComesWithAOneTimePasswordChoosesAnotherFirst() {
        var user = "new-" + UUID.randomUUID().toString().substring(0, 8);
        var given = RunningErp.lastLine(erp.told("erp:user-add --role administrator " + user));
        page.navigate(erp.address());
        assertThat(page.locator("#username")).isFocused(PATIENT_FOCUS);
        enter(user, given);
        assertThat(page.locator("#next")).isFocused(PATIENT_FOCUS);
        assertThat(navigation("Parties")).hasCount(0);
        shoot("0-one-time-password");
        enter("password123", "password123");
        assertThat(page.locator(".login-failure")).containsText("one of the first that are tried");
        enter("eight blue kettles", "nine blue kettles");
        assertThat(page.locator(".login-failure")).containsText("are not the same");
        page.reload();
        assertThat(page.locator("#onetime")).isFocused(PATIENT_FOCUS);
        page.keyboard().type(given);
        page.keyboard().press("Tab");
        enter("eight blue kettles", "eight blue kettles");
        assertThat(navigation("Parties")).isVisible(PATIENT);
        assertThat(complaints).isEmpty();
    }

    /** Into the field that has the focus and the next one. */
    private void enter(String first, String second) {
        page.keyboard().type(first);
        page.keyboard().press("Tab");
        page.keyboard().type(second);
        page.keyboard().press("Enter");
    }

    private void logIn(String user, String password) {
        page.navigate(erp.address());
        assertThat(page.locator("#username")).isFocused();
        shoot("1-login");
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("button.login-button").click();
    }

    private void logIn() {
        logIn("admin", erp.password());
        assertThat(navigation("Parties")).isVisible(PATIENT);
        assertThat(navigation("Orders")).isVisible();
        shoot("2-home");
    }

    private void enterCustomer(String code) {
        navigation("Parties").click();
        button("New").click();
        page.locator("ui5-input[id$='-code'] input").fill(code);
        page.locator("ui5-input[id$='-name'] input").fill(NAME);
        shoot("3-new-party");
        button("Save").click();
        // It is neither customer nor supplier yet: the form stays, and says why.
        assertThat(page.getByText("must be a customer, a supplier or an employee"))
                .isVisible(PATIENT);
        shoot("4-refused");
        page.locator("ui5-checkbox[id$='-customer']").click();
        button("Save").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(NAME)))
                .isVisible(PATIENT);
        shoot("5-party");
    }

    private void findCustomer(String code) {
        navigation("Parties").click();
        assertThat(page.getByText(code, new Page.GetByTextOptions().setExact(true)))
                .isVisible(PATIENT);
        shoot("6-parties");
    }

    /** What two customers have in common is entered once; their codes are their own. */
    private void copyCustomer(String from, String code) {
        page.getByText(from, new Page.GetByTextOptions().setExact(true)).click();
        button("Copy").click();
        assertThat(page.locator("ui5-input[id$='-name'] input")).hasValue(NAME);
        assertThat(page.locator("ui5-input[id$='-code'] input")).hasValue("");
        page.locator("ui5-input[id$='-code'] input").fill(code);
        shoot("6-copied-party");
        button("Save").click();
        findCustomer(code);
    }

    private void switchAccountingOn() {
        assertThat(navigation("Journals")).hasCount(0);
        navigation("Modules").click();
        var card = page.locator("li.module", new Page.LocatorOptions().setHasText("Accounting"));
        assertThat(card).containsText("Available");
        shoot("7-modules");
        card.locator("ui5-button").click();
        assertThat(page.getByText("events will be read")).isVisible(PATIENT);
        shoot("8-plan");
        page.evaluate("window.notReloaded = true");
        page.locator("ui5-dialog[open] ui5-button[design='Emphasized']").click();
        assertThat(card.locator("ui5-progress-indicator")).isVisible(PATIENT);
        shoot("9-catching-up");
        assertThat(card.locator("ui5-tag[design='Positive']")).isVisible(PATIENT);
        assertThat(navigation("Journals")).isVisible(PATIENT);
        assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
        shoot("10-on");
        navigation("Journals").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Journals")))
                .isVisible(PATIENT);
        shoot("11-journals");
    }

    private Locator navigation(String text) {
        return page.locator("ui5-side-navigation-item[text='" + text + "']");
    }

    private Locator button(String text) {
        var whole = Pattern.compile("^\\s*" + text.replaceAll("[()]", "\\\\$0") + "\\s*$");
        return page.locator("ui5-button", new Page.LocatorOptions().setHasText(whole));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Sources.root().resolve("distribution/itests/target/screenshots/" + name + ".png")));
    }
}
