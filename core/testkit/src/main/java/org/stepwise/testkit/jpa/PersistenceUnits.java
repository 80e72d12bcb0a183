package org.stepwise.testkit.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Makes an EntityManagerFactory of every persistence unit on the class path. Entities of modules were woven when they
 * were built; others are not.
 */
public final class PersistenceUnits {
    private final ClassLoader loader;

    public PersistenceUnits(ClassLoader loader) {
        this.loader = loader;
    }

    /** By unit name; a session of its own for each call, for EclipseLink shares sessions of one name. */
    public Map<String, EntityManagerFactory> open(DataSource source) {
        Map<String, EntityManagerFactory> units = new LinkedHashMap<>();
        for (var name : names()) {
            units.put(
                    name,
                    Persistence.createEntityManagerFactory(
                            name,
                            Map.of(
                                    "javax.persistence.jtaDataSource",
                                    source,
                                    "eclipselink.target-server",
                                    JtaServer.class.getName(),
                                    "eclipselink.session-name",
                                    name + "-" + UUID.randomUUID(),
                                    "eclipselink.weaving",
                                    "static")));
        }
        return units;
    }

    private List<String> names() {
        try {
            List<String> names = new ArrayList<>();
            for (var file : Collections.list(loader.getResources("META-INF/persistence.xml"))) {
                names.addAll(names(file));
            }
            return names;
        } catch (IOException failure) {
            throw new UncheckedIOException("the persistence units on the class path cannot be read", failure);
        }
    }

    private static List<String> names(URL file) throws IOException {
        try (var in = file.openStream()) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var units = factory.newDocumentBuilder().parse(in).getElementsByTagName("persistence-unit");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < units.getLength(); i++) {
                names.add(((Element) units.item(i)).getAttribute("name"));
            }
            return names;
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IOException(file + " is not a persistence.xml", failure);
        }
    }
}
