package org.stepwise.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentsTest {
    @TempDir
    private Path bundle;

    /** A kind of service. */
    public interface Greeting {
        String text();
    }

    public @interface Config {
        String word() default "hello";

        int times() default 1;

        boolean log_aloud() default false;
    }

    /** Configured, and wants to know its end. */
    public static final class Greeter implements Greeting {
        private final String text;

        public Greeter(Config config) {
            this.text = config.word().repeat(config.times()) + (config.log_aloud() ? "!" : "");
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** Needs a greeting, hears of all of them, and can do without a motto. */
    public static final class Hall {
        private final List<String> heard = new ArrayList<>();
        private final Greeting first;

        public Hall(Greeting first, List<Runnable> none, String motto) {
            this.first = first;
            heard.add(none.size() + " " + motto);
        }

        void addedGreeting(Greeting greeting) {
            heard.add("+" + greeting.text());
        }

        void removedGreeting(Greeting greeting) {
            heard.add("-" + greeting.text());
        }

        void close() {
            heard.add("closed after " + first.text());
        }
    }

    private Components components(Map<String, Map<String, Object>> configurations) throws IOException {
        Files.createDirectories(bundle.resolve("META-INF"));
        Files.createDirectories(bundle.resolve("OSGI-INF"));
        Files.writeString(
                bundle.resolve("META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nService-Component: OSGI-INF/hall.xml,OSGI-INF/greeter.xml,OSGI-INF/lost.xml\n");
        write(
                "hall",
                "init=\"3\" deactivate=\"close\"",
                "Hall",
                """
                <service><provide interface="%1$s$Hall"/></service>
                <reference name="first" interface="%1$s$Greeting" parameter="0" target="(mood=glad)"/>
                <reference name="none" interface="java.lang.Runnable" cardinality="0..n" parameter="1"/>
                <reference name="motto" interface="java.lang.String" cardinality="0..1" parameter="2"/>
                <reference name="Greeting" interface="%1$s$Greeting" cardinality="0..n" policy="dynamic"
                  bind="addedGreeting" unbind="removedGreeting"/>
                """);
        write(
                "greeter",
                "init=\"1\" configuration-pid=\"greeter\"",
                "Greeter",
                """
                <property name="mood" type="String" value="glad"/>
                <service><provide interface="%1$s$Greeting"/></service>
                """);
        write("lost", "", "Lost", "");
        var urls = new URL[] {bundle.toUri().toURL()};
        return new Components(new Isolated(urls), configurations);
    }

    /** Sees the descriptions of this test only. */
    private static final class Isolated extends URLClassLoader {
        private Isolated(URL[] urls) {
            super(urls, ComponentsTest.class.getClassLoader());
        }

        @Override
        public java.util.Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }

    private void write(String name, String attributes, String type, String content) throws IOException {
        var xml =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="test.%s" %s>
                %s<implementation class="%s$%s"/>
                </scr:component>
                """;
        var here = ComponentsTest.class.getName();
        Files.writeString(
                bundle.resolve("OSGI-INF/" + name + ".xml"),
                xml.formatted(name, attributes, content.replace("%1$s", here), here, type));
    }

    private static Hall hall(Components components) {
        return (Hall) components.find(Hall.class.getName(), null).get(0);
    }

    @Test
    void componentsGetWhatTheyNeedAndHearOfWhatComesAndGoes() throws IOException {
        var components = components(Map.of("greeter", Map.of("times", 2, "log.aloud", true)));
        components.start(name -> true);
        var hall = hall(components);
        Greeting late = () -> "late";
        components.offer(Set.of(Greeting.class.getName()), late, Map.of());
        components.withdraw(late);
        components.close();
        assertThat(hall.heard).containsExactly("0 null", "+hellohello!", "+late", "-late", "closed after hellohello!");
    }

    @Test
    void componentThatCannotStartIsLeftOutWithItsReason() throws IOException {
        try (var components = components(Map.of())) {
            components.start(name -> !name.equals("test.greeter"));
            assertThat(components.unsatisfied()).containsOnlyKeys("test.hall", "test.lost");
            assertThat(components.unsatisfied().get("test.hall")).contains("Greeting (mood=glad)");
            assertThat(components.unsatisfied().get("test.lost")).contains("class is missing");
            assertThat(components.find(Hall.class.getName(), null)).isEmpty();
        }
    }

    @Test
    void componentInstalledLateStartsThoseThatWaitedForIt() throws IOException {
        try (var components = components(Map.of())) {
            components.start(name -> !name.equals("test.greeter"));
            components.start(name -> true);
            assertThat(hall(components).heard).containsExactly("0 null", "+hello");
        }
    }

    @Test
    void serviceGivenInsteadReplacesTheComponent() throws IOException {
        try (var components = components(Map.of())) {
            Greeting given = () -> "given";
            components.offer(
                    Set.of(Greeting.class.getName()), given, Map.of("stepwise.replaces", true, "mood", "glad"));
            components.start(name -> true);
            assertThat(components.find(Greeting.class.getName(), null)).containsExactly(given);
            assertThat(hall(components).heard).containsExactly("0 null", "+given");
        }
    }
}
