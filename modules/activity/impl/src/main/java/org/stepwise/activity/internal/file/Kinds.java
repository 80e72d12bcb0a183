package org.stepwise.activity.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.stepwise.error.Rejected;

/** Which files are taken: how large, and of what kind, which is found from the content. */
@Component(service = Kinds.class, configurationPid = "org.stepwise.activity.files")
@Designate(ocd = Kinds.Config.class)
public final class Kinds {
    /** Technical limits; how large a file may be is bounded by what the door takes in, too. */
    @ObjectClassDefinition(name = "Files on records and documents")
    public @interface Config {
        @AttributeDefinition(description = "Largest file, in megabytes; see also org.stepwise.web.intake")
        int largestMegabytes() default 16;

        @AttributeDefinition(description = "Kinds that are taken, by media type; a star at the end stands for anything")
        String[] kinds() default {
            "application/pdf",
            "application/msword",
            "application/rtf",
            "application/json",
            "application/xml",
            "application/zip",
            "application/vnd.ms-excel",
            "application/vnd.ms-outlook",
            "application/vnd.ms-powerpoint",
            "application/vnd.oasis.opendocument.*",
            "application/vnd.openxmlformats-officedocument.*",
            "application/x-tika-msoffice",
            "image/bmp",
            "image/gif",
            "image/heic",
            "image/heif",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/webp",
            "message/rfc822",
            "text/calendar",
            "text/csv",
            "text/plain",
            "text/tab-separated-values",
            "text/vcard",
            "text/x-vcard"
        };
    }

    private static final long MEGABYTE = 1024 * 1024;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final long largest;
    private final List<String> taken;

    @Activate
    public Kinds(Config config) {
        this.largest = config.largestMegabytes() * MEGABYTE;
        this.taken = List.of(config.kinds());
    }

    /** The most bytes of a file. */
    long largest() {
        return largest;
    }

    /** The kind of a content; refuses one that is not taken. */
    String required(String name, byte[] beginning) {
        var kind = kind(name, beginning);
        if (taken.stream().noneMatch(each -> matches(each, kind))) {
            throw new Rejected(
                    "activity.file.kind",
                    "files of the kind " + kind + " are not taken, whatever they are called; an administrator says"
                            + " which are (kinds in etc/org.stepwise.activity.files.cfg)");
        }
        return kind;
    }

    private String kind(String name, byte[] beginning) {
        var about = new Metadata();
        about.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return types.detect(new ByteArrayInputStream(beginning), about)
                    .getBaseType()
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean matches(String pattern, String kind) {
        return pattern.endsWith("*")
                ? kind.startsWith(pattern.substring(0, pattern.length() - 1))
                : kind.equals(pattern);
    }
}
