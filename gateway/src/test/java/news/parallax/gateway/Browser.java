package news.parallax.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Debian's Chromium without a window, which asks nobody but the pages it is sent to. */
final class Browser implements AutoCloseable {
    private static final List<Integer> WIDTHS = List.of(390, 820, 1440);
    private static final int PICTURE_ATTEMPTS = 20;
    private static final Duration AWAIT_LIMIT = Duration.ofSeconds(10);

    private final ChromeDriver driver;
    private final Path pictures;

    Browser(Path pictures) throws IOException {
        this.pictures = Files.createDirectories(pictures);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--window-size=1440,1200",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage");
        driver = new ChromeDriver(service, options);
        view(1440, "light");
    }

    void open(String url) {
        driver.get(url);
    }

    void click(By element) {
        driver.findElement(element).click();
    }

    /** Clicks what leads to another page, and waits until that is there: to open a third one before would take the click back. */
    void follow(By element) {
        WebElement link = driver.findElement(element);
        leave(link::click);
    }

    /** Fills a field, sends its form, and waits for the page that answers. */
    void type(By field, String text) {
        WebElement element = driver.findElement(field);
        element.sendKeys(text);
        leave(element::submit);
    }

    private void leave(Runnable departure) {
        driver.executeScript("window.left = true");
        departure.run();
        long end = System.nanoTime() + AWAIT_LIMIT.toNanos();
        while (!hasArrived()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no other page came after " + driver.getCurrentUrl());
            }
            Thread.onSpinWait();
        }
    }

    private boolean hasArrived() {
        return Boolean.TRUE.equals(driver.executeScript("return !window.left && document.readyState === 'complete'"));
    }

    /** Types into a field and leaves its form. */
    void fill(By field, String text) {
        driver.findElement(field).sendKeys(text);
    }

    /** Value of a cookie; scripts of pages may not see it. */
    String cookie(String name) {
        var cookie = driver.manage().getCookieNamed(name);
        if (cookie == null) {
            throw new AssertionError("no cookie " + name);
        }
        return cookie.getValue();
    }

    /** How many elements there are as soon as there is one; 0 if there is none within ten seconds. */
    int await(By elements) {
        long end = System.nanoTime() + AWAIT_LIMIT.toNanos();
        while (count(elements) == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return count(elements);
    }

    /** Goes on within a frame of the page. */
    void enter(By frame) {
        driver.switchTo().frame(driver.findElement(frame));
    }

    /** What Chromium has written to its console since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Sends a key with every request from here on; none if it is empty. */
    void key(String key) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.setExtraHTTPHeaders", Map.of("headers", key.isEmpty() ? Map.of() : Map.of("X-Api-Key", key)));
    }

    /** Notes from here on whether a script opens a dialog or a window, as those do that show that they could run. */
    void watch() {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
                  window[name] = () => { document.documentElement.dataset.ran = name; };
                """));
    }

    /** Whether one did on the page that is open. */
    boolean ran() {
        return driver.executeScript("return document.documentElement.dataset.ran || null") != null;
    }

    /** What axe (WCAG 2.2 AA and its best practices) has against the page that is open: rule, what it says, and where. */
    @SuppressWarnings("unchecked")
    List<String> violations(String axe) {
        driver.executeScript(axe);
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(
                  found => done(found.violations.map(
                    it => it.id + ': ' + it.help + ' ' + it.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))),
                  error => done(['axe failed: ' + error]));
                """);
    }

    /** How wide the page that is open is on a phone of 390 pixels. */
    long width() {
        view(390, "light");
        long width = (Long) driver.executeScript("return document.documentElement.scrollWidth");
        view(1440, "light");
        return width;
    }

    void scheme(String scheme) {
        view(1440, scheme);
    }

    String textOf(By element) {
        return driver.findElement(element).getText();
    }

    int count(By elements) {
        return driver.findElements(elements).size();
    }

    /** The whole page at phone, tablet and desk width, light and dark. */
    void pictures(String name) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            for (int width : WIDTHS) {
                view(width, scheme);
                picture(name + "-" + width + "-" + scheme);
            }
        }
        view(1440, "light");
    }

    void picture(String name) throws IOException {
        Files.write(pictures.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png(capture(PICTURE_ATTEMPTS)));
    }

    /** Right after a page was opened Chromium may not have drawn it yet and refuses ("0 width"). */
    private String capture(int attempts) {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))");
        try {
            var picture = driver.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            return (String) picture.get("data");
        } catch (WebDriverException e) {
            if (attempts == 1) {
                throw e;
            }
            return capture(attempts - 1);
        }
    }

    private void view(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 1200, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
