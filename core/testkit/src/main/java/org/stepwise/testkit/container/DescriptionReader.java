package org.stepwise.testkit.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.jar.Manifest;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the descriptions of all components on the class path, through the manifests that name them. */
final class DescriptionReader {
    /** A class path stays what it is: each is read once, not for each platform. */
    private static final Map<ClassLoader, List<Description>> READ = Collections.synchronizedMap(new WeakHashMap<>());

    private final ClassLoader loader;

    DescriptionReader(ClassLoader loader) {
        this.loader = loader;
    }

    List<Description> all() {
        return READ.computeIfAbsent(loader, unread -> read());
    }

    private List<Description> read() {
        Map<String, Description> found = new LinkedHashMap<>();
        try {
            for (var manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                for (var path : components(manifest)) {
                    var description = read(resolved(manifest, "../" + path));
                    found.putIfAbsent(description.name(), description);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the components on the class path cannot be read", failure);
        }
        return List.copyOf(found.values());
    }

    @SuppressWarnings("deprecation")
    private static URL resolved(URL manifest, String path) throws IOException {
        return new URL(manifest, path);
    }

    private static List<String> components(URL manifest) throws IOException {
        try (var in = manifest.openStream()) {
            var header = new Manifest(in).getMainAttributes().getValue("Service-Component");
            return header == null
                    ? List.of()
                    : Arrays.stream(header.split(",")).map(String::trim).toList();
        }
    }

    private static Description read(URL file) throws IOException {
        try (var in = file.openStream()) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return description(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IOException(file + " is not the description of a component", failure);
        }
    }

    private static Description description(Element component) {
        var implementation = children(component, "implementation").get(0).getAttribute("class");
        var name = attribute(component, "name", implementation);
        List<String> provides = new ArrayList<>();
        for (var service : children(component, "service")) {
            children(service, "provide").forEach(provide -> provides.add(provide.getAttribute("interface")));
        }
        return new Description(
                name,
                implementation,
                attribute(component, "configuration-pid", name).split(" ")[0].replace("$", name),
                component.getAttribute("configuration-policy").equals("require"),
                Integer.parseInt(attribute(component, "init", "0")),
                attribute(component, "activate", null),
                attribute(component, "deactivate", null),
                provides,
                properties(component),
                children(component, "reference").stream()
                        .map(DescriptionReader::reference)
                        .toList());
    }

    private static Reference reference(Element element) {
        var cardinality = attribute(element, "cardinality", "1..1");
        return new Reference(
                element.getAttribute("interface"),
                cardinality.startsWith("1"),
                cardinality.endsWith("n"),
                element.getAttribute("policy").equals("dynamic"),
                attribute(element, "target", null),
                Integer.parseInt(attribute(element, "parameter", "-1")),
                attribute(element, "bind", null),
                attribute(element, "unbind", null));
    }

    private static Map<String, Object> properties(Element component) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (var property : children(component, "property")) {
            var type = attribute(property, "type", "String");
            var value = property.hasAttribute("value")
                    ? typed(type, property.getAttribute("value"))
                    : Arrays.stream(property.getTextContent().strip().split("\\R"))
                            .map(line -> typed(type, line.strip()))
                            .toArray();
            properties.put(property.getAttribute("name"), value);
        }
        return properties;
    }

    private static Object typed(String type, String value) {
        return switch (type) {
            case "Integer" -> Integer.valueOf(value);
            case "Long" -> Long.valueOf(value);
            case "Boolean" -> Boolean.valueOf(value);
            default -> value;
        };
    }

    private static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
