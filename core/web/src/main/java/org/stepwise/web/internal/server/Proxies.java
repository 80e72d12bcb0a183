package org.stepwise.web.internal.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Believes what trusted proxies say of whom they speak for, and nobody else. Each proxy adds the address that it was
 * called from on the right (RFC 7239, or the older {@code X-Forwarded-For}): read from there, the first that is no
 * trusted proxy is the caller, and what stands further left was written by the caller himself.
 */
final class Proxies implements HttpConfiguration.Customizer {
    private static final Pattern PORT = Pattern.compile("^(\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[^]]*]):\\d+$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]+");

    private final InetAddressSet trusted = new InetAddressSet();

    /** Addresses, or nets such as {@code 10.0.0.0/8}. */
    Proxies(List<String> addresses) {
        addresses.stream().map(String::strip).filter(each -> !each.isEmpty()).forEach(trusted::add);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        var from = request.getConnectionMetaData().getRemoteSocketAddress();
        if (trusted.isEmpty() || !(from instanceof InetSocketAddress peer) || !trusted.test(peer.getAddress())) {
            return request;
        }
        var told = told(request.getHeaders());
        var caller = peer.getAddress();
        var secure = request.isSecure();
        for (var hop : told) {
            secure = hop.secure == null ? secure : hop.secure;
            if (hop.address == null) {
                break;
            }
            caller = hop.address;
            if (!trusted.test(caller)) {
                break;
            }
        }
        return new Forwarded(request, new InetSocketAddress(caller, peer.getPort()), secure);
    }

    /** From the right: the nearest proxy first. */
    private static List<Hop> told(HttpFields headers) {
        var hops = new ArrayList<Hop>();
        var forwarded = headers.getValuesList("Forwarded");
        if (!forwarded.isEmpty()) {
            for (var element : new QuotedCSV(true, forwarded.toArray(String[]::new)).getValues()) {
                hops.add(hop(parameter(element, "for"), parameter(element, "proto")));
            }
        } else {
            var protocols = csv(headers, "X-Forwarded-Proto");
            var addresses = csv(headers, "X-Forwarded-For");
            for (int i = 0; i < addresses.size(); i++) {
                var at = i - addresses.size() + protocols.size();
                hops.add(hop(addresses.get(i), at < 0 ? null : protocols.get(at)));
            }
            if (addresses.isEmpty() && !protocols.isEmpty()) {
                hops.add(hop(null, protocols.get(protocols.size() - 1)));
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    private static List<String> csv(HttpFields headers, String name) {
        return new QuotedCSV(false, headers.getValuesList(name).toArray(String[]::new)).getValues();
    }

    private static String parameter(String element, String name) {
        for (var pair : element.split(";")) {
            var equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return pair.substring(equals + 1).strip().replace("\"", "");
            }
        }
        return null;
    }

    private static Hop hop(String address, String protocol) {
        return new Hop(address(address), protocol == null ? null : "https".equals(protocol.toLowerCase(Locale.ROOT)));
    }

    /** Null for a name or a secret that says nothing: nothing is looked up. */
    private static InetAddress address(String text) {
        if (text == null) {
            return null;
        }
        var port = PORT.matcher(text);
        var bare = (port.matches() ? port.group(1) : text).replaceAll("[\\[\\]]", "");
        try {
            return ADDRESS.matcher(bare).matches() ? InetAddress.getByName(bare) : null;
        } catch (UnknownHostException nonsense) {
            return null;
        }
    }

    /** One step of the way: who called there, and whether by TLS; null where it is not told. */
    private record Hop(InetAddress address, Boolean secure) {}

    /** The request as the caller sent it to the first proxy. */
    private static final class Forwarded extends Request.Wrapper {
        private final ConnectionMetaData connection;
        private final boolean secure;

        Forwarded(Request request, InetSocketAddress caller, boolean secure) {
            super(request);
            this.secure = secure;
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return caller;
                }

                @Override
                public boolean isSecure() {
                    return secure;
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }
    }
}
