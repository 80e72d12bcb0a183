package org.stepwise.web.internal.screen;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.error.NotFound;
import org.stepwise.web.internal.http.Answering;
import org.stepwise.web.internal.http.Gate;
import org.stepwise.web.internal.http.PathServlet;
import org.stepwise.web.internal.json.Json;

/** The files of screens. A path holds a hash of the content, so browsers may keep what they have for good. */
@Component(service = PathServlet.class)
public final class FileServlet extends PathServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z][a-z0-9-]*)/([0-9a-f]+)/([A-Za-z0-9._@/-]+)");
    private static final String SHELL = "shell";

    private final transient ModuleFiles modules;
    private final transient Gate gate;
    private final transient ObjectMapper mapper = Json.mapper();
    private final transient Contents contents = new Contents();
    private final transient Shell shell = new Shell(mapper);

    @Activate
    public FileServlet(@Reference ModuleFiles modules, @Reference Gate gate) {
        super("/ui/*");
        this.modules = modules;
        this.gate = gate;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            serve(request, response);
        } catch (RuntimeException failed) {
            Answering.problem(mapper, response, failed);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches() || path.group(3).contains("..")) {
            throw nothing();
        }
        // The shell is the login page; what belongs to a module is for people who are logged in.
        if (!path.group(1).equals(SHELL) && gate.find(request).isEmpty()) {
            throw Answering.nobody();
        }
        var wanted = new Wanted(path.group(1), path.group(2), path.group(3));
        var tag = "\"" + wanted.hash() + "\"";
        var zipped = find(wanted.zipped());
        var file = zipped.or(() -> find(wanted)).orElseThrow(FileServlet::nothing);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(MediaTypes.of(wanted.name()));
        var accepted = request.getHeader("Accept-Encoding");
        var unzips = zipped.isPresent() && (accepted == null || !accepted.contains("gzip"));
        if (zipped.isPresent() && !unzips) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var content = contents.of(wanted + " " + unzips, () -> read(file, unzips));
        response.setContentLength(content.length);
        new Sending(request.startAsync(), content).begin();
    }

    private static byte[] read(URL file, boolean unzips) throws IOException {
        try (var bytes = unzips ? new GZIPInputStream(file.openStream()) : file.openStream()) {
            return bytes.readAllBytes();
        }
    }

    /** A file by whose it is, the hash of its version, and its name. */
    private record Wanted(String owner, String hash, String name) {
        Wanted zipped() {
            return new Wanted(owner, hash, name + ".gz");
        }
    }

    private static NotFound nothing() {
        return new NotFound("erp.request.unknown-path", "there is no such file; reload the page");
    }

    private Optional<URL> find(Wanted wanted) {
        return wanted.owner().equals(SHELL)
                ? shell.find(wanted.hash(), wanted.name())
                : modules.find(wanted.owner(), wanted.hash(), wanted.name());
    }
}
