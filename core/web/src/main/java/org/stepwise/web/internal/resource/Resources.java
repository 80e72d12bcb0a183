package org.stepwise.web.internal.resource;

import java.io.IOException;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.web.internal.register.Registers;

/** Finds what answers a path: a register, what is below its rows, or a resource of a module. */
@Component(service = Resources.class)
public final class Resources {
    private final ResourceServlet servlet;
    private final Registers registers;
    private final PartsOfRows parts;

    @Activate
    public Resources(@Reference ResourceServlet servlet, @Reference Registers registers, @Reference PartsOfRows parts) {
        this.servlet = servlet;
        this.registers = registers;
        this.parts = parts;
    }

    public void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Legible.require(request);
        servlet.serve(config, InnerRequest.route(request, registers, parts), response);
    }
}
