package org.stepwise.bom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.license.Expression;

/** Writes the bill in the form of CycloneDX, a list for people, and the texts of the licences. */
final class Bill {
    private static final String FILE = "stepwise:file";
    private static final String TEXT = "stepwise:licence-text";
    private static final String LICENCES = "licenses";

    private final Shipped shipped;

    Bill(Shipped shipped) {
        this.shipped = shipped;
    }

    /** {@code moment}: of the build, so that the same sources give the same bill. */
    void write(Path folder, String version, Instant moment) {
        var bom = new Bom();
        var metadata = new Metadata();
        metadata.setTimestamp(Date.from(moment));
        metadata.setComponent(stepwise(version));
        bom.setMetadata(metadata);
        bom.setComponents(shipped.parts().stream().map(Bill::component).toList());
        try {
            Files.createDirectories(folder.resolve(LICENCES));
            for (var text : shipped.texts().entrySet()) {
                Files.writeString(folder.resolve(LICENCES).resolve(text.getKey()), text.getValue());
            }
            Files.writeString(
                    folder.resolve("bom.json"),
                    BomGeneratorFactory.createJson(Version.VERSION_15, bom).toJsonString());
            Files.writeString(folder.resolve("THIRD-PARTY.txt"), list());
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + " cannot be written", failure);
        } catch (GeneratorException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Component stepwise(String version) {
        var component = new Component();
        component.setType(Component.Type.APPLICATION);
        component.setGroup("org.stepwise");
        component.setName("stepwise-distribution");
        component.setVersion(version);
        return component;
    }

    private static Component component(Part part) {
        var component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup(
                part.coordinates().group().isEmpty() ? null : part.coordinates().group());
        component.setName(part.coordinates().name());
        component.setVersion(part.coordinates().version());
        component.setPurl(part.coordinates().purl());
        if (part.sha256() != null) {
            component.addHash(new Hash(Hash.Algorithm.SHA_256, part.sha256()));
        }
        component.setLicenses(choice(part.licensed().expression()));
        part.files().forEach(file -> component.addProperty(property(FILE, file)));
        part.licensed().texts().forEach(text -> component.addProperty(property(TEXT, LICENCES + "/" + text)));
        if (!part.inside().isEmpty()) {
            component.setComponents(part.inside().stream().map(Bill::component).toList());
        }
        return component;
    }

    private static LicenseChoice choice(String expression) {
        var choice = new LicenseChoice();
        if (expression.contains(" ")) {
            choice.setExpression(new Expression(expression));
        } else {
            var licence = new License();
            licence.setId(expression);
            choice.addLicense(licence);
        }
        return choice;
    }

    private static Property property(String name, String value) {
        var property = new Property();
        property.setName(name);
        property.setValue(value);
        return property;
    }

    private String list() {
        var lines = new StringBuilder(
                """
                What this distribution holds, and under which licence each part is handed on: where it offers a choice,
                under the first.
                The texts are in the folder licenses. bom.json says the same to programs, with a checksum for each file.

                """);
        shipped.parts().stream()
                .filter(part -> !part.coordinates().group().equals("org.stepwise"))
                .forEach(part -> line(lines, "", part));
        shipped.parts().stream()
                .filter(part -> part.coordinates().group().equals("org.stepwise"))
                .forEach(part -> line(lines, "", part));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String indent, Part part) {
        lines.append("%s%s %s: %s (%s)\n"
                .formatted(
                        indent,
                        part.coordinates().key(),
                        part.coordinates().version(),
                        part.licensed().expression(),
                        String.join(", ", part.licensed().texts())));
        part.inside().forEach(each -> line(lines, indent + "    contains ", each));
    }
}
