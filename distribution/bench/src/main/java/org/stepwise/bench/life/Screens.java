package org.stepwise.bench.life;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stepwise.driver.Program;
import org.stepwise.driver.RunningErp;

/** How long people wait for a page, in a browser that has never been here and in the same browser afterwards. */
final class Screens implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run");

    private final RunningErp erp;
    private final Playwright playwright;
    private final Page page;

    Screens(RunningErp erp) {
        this.erp = erp;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = new LaunchOptions()
                .setExecutablePath(Path.of(Program.needed("chromium")))
                .setArgs(FLAGS);
        this.page = playwright.chromium().launch(chromium).newPage();
    }

    /** Until one can type one's name. */
    double loginSeconds() {
        long began = System.nanoTime();
        page.navigate(erp.address());
        page.locator("#username").waitFor();
        return (System.nanoTime() - began) / 1e9;
    }

    void logIn() {
        page.locator("#username").fill("admin");
        page.locator("#password").fill(erp.password());
        page.locator("button.login-button").click();
        navigation().waitFor();
    }

    /** Until the page that is open has come anew, with the modules that are on. */
    double warmSeconds() {
        long began = System.nanoTime();
        page.reload();
        navigation().waitFor();
        return (System.nanoTime() - began) / 1e9;
    }

    private Locator navigation() {
        return page.locator("ui5-side-navigation-item[text='Orders']");
    }

    @Override
    public void close() {
        playwright.close();
    }
}
