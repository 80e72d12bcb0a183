package org.stepwise.activity.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stepwise.activity.Files;
import org.stepwise.activity.Files.FileView;
import org.stepwise.activity.Subject;
import org.stepwise.activity.internal.ActivityPermissions;
import org.stepwise.activity.internal.Office;
import org.stepwise.content.Contents;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;

/** People attach files to parties and orders; what is in a file counts, not what it is called. */
class FilesTest {
    private static final long BOB = 2;
    private static final byte[] TEXT = "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PDF = "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PROGRAM = ("MZ" + "\0".repeat(200)).getBytes(StandardCharsets.ISO_8859_1);

    @OnBothDatabases
    void aFileIsAttachedReadAndDetachedOnARowOfAnyRegister(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            for (var subject : new Subject[] {acme, office.order(acme)}) {
                var file = attach(office, subject, "Angebot für Jürgen.pdf", PDF);
                attach(office, subject, "letter.txt", TEXT);
                assertThat(of(office, subject))
                        .extracting(FileView::kind)
                        .containsExactly("text/plain", "application/pdf");
                assertThat(of(office, subject).get(1).name()).isEqualTo("Angebot für Jürgen.pdf");
                assertThat(read(office, subject, file)).isEqualTo(PDF);
                office.run(() -> office.service(Files.class).detach(subject, file));
                assertThat(of(office, subject)).hasSize(1);
                office.refused("activity.file.unknown", () -> read(office, subject, file));
            }
            assertThat(office.count("content.content", "is_kept = TRUE")).isEqualTo(2);
        }
    }

    @OnBothDatabases
    void whoMayReadTheRowReadsItsFilesAndNobodyElse(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var file = attach(office, acme, "letter.txt", TEXT);
            var files = office.service(Files.class);
            var reader = Set.of("masterdata.party.read");
            assertThat(office.as(BOB, reader, () -> files.open(acme, file)).name())
                    .isEqualTo("letter.txt");
            var missing = "erp.permission.missing";
            var attaches = Set.of(ActivityPermissions.FILE_ATTACH);
            office.refused(missing, () -> office.as(BOB, attaches, () -> files.open(acme, file)));
            office.refused(missing, () -> office.as(BOB, attaches, () -> stored(files, acme, "a.txt", TEXT)));
            office.refused(missing, () -> office.as(BOB, reader, () -> stored(files, acme, "a.txt", TEXT)));
            var both = Set.of("masterdata.party.read", ActivityPermissions.FILE_ATTACH);
            office.refused(
                    "activity.file.not-yours",
                    () -> office.as(BOB, both, () -> {
                        files.detach(acme, file);
                        return null;
                    }));
            assertThat(office.count("content.upload", "1 = 1")).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void theContentSaysOfWhichKindAFileIsAndANameIsNoPath(Database.Kind kind) {
        var small = Platform.on(kind).configured("org.stepwise.activity.files", Map.of("largestMegabytes", 1));
        try (var office = new Office(small)) {
            var acme = office.party("ACME", false);
            var html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
            for (var refused : new byte[][] {PROGRAM, html}) {
                office.refused("activity.file.kind", () -> attach(office, acme, "invoice.pdf", refused));
            }
            office.refused("activity.file.kind", () -> attach(office, acme, "letter.html", TEXT));
            for (var name : new String[] {"../x.txt", "a/b.txt", "a\\b.txt", "..", " ", "cod\u202etxt.exe"}) {
                office.refused("activity.input.invalid", () -> attach(office, acme, name, TEXT));
            }
            office.refused("erp.content.too-big", () -> attach(office, acme, "x.txt", new byte[1024 * 1024 + 1]));
            office.refused("erp.content.empty", () -> attach(office, acme, "x.txt", new byte[0]));
            assertThat(of(office, acme)).isEmpty();
            attach(office, acme, "prices.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
            assertThat(of(office, acme)).extracting(FileView::kind).containsExactly("text/csv");
        }
    }

    @Law(17)
    @OnBothDatabases
    void theFilesOfAPersonAreSealedAndGoWithThePerson(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var anna = office.party("ANNA", true);
            var order = office.order(anna);
            attach(office, anna, "diagnosis.txt", TEXT);
            var file = attach(office, order, "photograph.txt", TEXT);
            assertThat(read(office, order, file)).isEqualTo(TEXT);
            assertThat(office.log()).contains("activity.file-attached").doesNotContain("diagnosis", "photograph");
            assertThat(plain(office)).isZero();
            office.erase(anna);
            assertThat(of(office, order)).singleElement().satisfies(view -> assertThat(view.name())
                    .isNull());
            office.refused("erp.content.unknown", () -> read(office, order, file));
            office.refused("erp.person.erased", () -> attach(office, anna, "more.txt", TEXT));
            assertThat(office.count("content.piece", "1 = 1")).isZero();
            var live = office.rows("activity.file");
            office.rebuild();
            assertThat(office.rows("activity.file")).isEqualTo(live);
        }
    }

    private static long plain(Office office) {
        return office.service(Sql.class).list(row -> row.getBytes(1), "SELECT body FROM content.piece").stream()
                .filter(body -> new String(body, StandardCharsets.ISO_8859_1).contains("Madam"))
                .count();
    }

    @Law({2, 5})
    @OnBothDatabases
    void filesSurviveAPurgeOfTheRowsModuleAndARebuildOfTheirOwn(Database.Kind kind) {
        try (var office = Office.on(kind)) {
            var acme = office.party("ACME", false);
            var order = office.order(acme);
            var file = attach(office, acme, "letter.txt", TEXT);
            attach(office, order, "again.txt", TEXT);
            var detached = attach(office, acme, "offer.pdf", PDF);
            office.run(() -> office.service(Files.class).detach(acme, detached));
            office.company().settle();
            var live = office.rows("activity.file");
            office.company().disable("crm");
            office.company().purge("crm");
            office.rebuild();
            assertThat(office.rows("activity.file")).isEqualTo(live).hasSize(3);
            assertThat(read(office, acme, file)).isEqualTo(TEXT);
            assertThat(office.as(() -> office.service(Contents.class).damaged()))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void overRestAFileComesInOnceAndGoesOutToBeKeptOnly(Database.Kind kind) {
        try (var office = Office.on(kind, FilesResource.class)) {
            var acme = office.party("ACME", false);
            var path = Office.path(acme, "/files");
            var large = new byte[3_000_000];
            new Random(7).nextBytes(large);
            System.arraycopy(PDF, 0, large, 0, PDF.length);
            var request = office.request(path + "?name=%D0%A1%D1%87%D1%91%D1%82.pdf")
                    .header("Content-Type", "application/octet-stream")
                    .header("Idempotency-Key", "once")
                    .POST(BodyPublishers.ofByteArray(large));
            var made = office.send(request);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(office.send(request).body()).isEqualTo(made.body());
            var address = made.headers().firstValue("Location").orElseThrow();
            assertThat(office.read(office.send(office.request(address)))
                            .get("bytes")
                            .asLong())
                    .isEqualTo(large.length);
            var shown = office.read(office.send(office.request(path))).get("items");
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).get("name").asText()).isEqualTo("Счёт.pdf");
            var file = shown.get(0).get("id").asText();
            var content = office.send(office.request(path + "/" + file + "/content"), BodyHandlers.ofByteArray());
            assertThat(content.body()).isEqualTo(large);
            assertThat(content.headers().map())
                    .containsEntry(
                            "content-disposition", List.of("attachment; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82.pdf"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("content-length", List.of("3000000"));
            assertThat(content.headers().firstValue("content-security-policy").orElse(""))
                    .contains("sandbox");
            office.service(Sql.class).write("UPDATE content.piece SET body = ? WHERE place = 90", new Object[] {TEXT});
            var damaged = office.send(office.request(path + "/" + file + "/content"));
            assertThat(damaged.statusCode()).isEqualTo(409);
            assertThat(office.read(damaged).get("code").asText()).isEqualTo("erp.content.damaged");
        }
    }

    private static Id attach(Office office, Subject subject, String name, byte[] content) {
        return office.as(() -> stored(office.service(Files.class), subject, name, content));
    }

    private static Id stored(Files files, Subject subject, String name, byte[] content) {
        try {
            return files.attach(subject, name, new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<FileView> of(Office office, Subject subject) {
        return office.as(() -> office.service(Files.class).of(subject, null));
    }

    private static byte[] read(Office office, Subject subject, Id file) {
        return office.as(() -> {
            var out = new ByteArrayOutputStream();
            try {
                office.service(Files.class).open(subject, file).content().to(out);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        });
    }
}
