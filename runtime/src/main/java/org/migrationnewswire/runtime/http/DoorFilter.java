// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.http;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;

/** Hangs the {@link WriteDoor} before every route: resources, pages, health and metrics alike. */
@Singleton
final class DoorFilter {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    /** What a proxy says it stands before a reader with: then the peer's address is not the reader's. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

    private final WriteDoor door;
    private final boolean openReading;

    DoorFilter(WriteDoor door, HttpSettings settings) {
        this.door = door;
        this.openReading = settings.openReading();
    }

    void hang(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    private void pass(RoutingContext context) {
        Visit visit = visit(context.request());
        try {
            door.check(visit);
        } catch (ProblemException e) {
            refuse(context.response(), e.problem());
            return;
        }
        boolean forwarded = FORWARDED.stream().anyMatch(h -> context.request().getHeader(h) != null);
        context.put(Reader.KEY, new Reader(door.isTrusted(visit, forwarded)));
        if (openReading && visit.origin() != null && WriteDoor.isRead(visit.method())) {
            allowOrigin(context.response());
            if (visit.method().equals("OPTIONS")) {
                context.response().setStatusCode(204).end();
                return;
            }
        }
        context.next();
    }

    /** Any page may read what is read in the open; it is given no more than that, see {@link Reader}. */
    private static void allowOrigin(HttpServerResponse response) {
        response.putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .putHeader("Access-Control-Allow-Headers", "Accept, If-None-Match, If-Modified-Since, Last-Event-ID")
                .putHeader("Access-Control-Expose-Headers", "ETag, Last-Modified, Link")
                .putHeader("Access-Control-Max-Age", "86400");
    }

    private static Visit visit(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String scheme = request.scheme();
        return new Visit(
                request.method().name(),
                String.valueOf(request.path()),
                scheme == null ? "http" : scheme,
                authority == null ? "" : WriteDoor.bare(authority.host()),
                authority == null ? -1 : authority.port(),
                request.getHeader("Origin"),
                request.getHeader("Authorization"),
                address(request.remoteAddress()));
    }

    /** The peer's address, taken as it is: nothing is looked up. */
    private static @Nullable InetAddress address(@Nullable SocketAddress peer) {
        if (peer == null || peer.hostAddress() == null) {
            return null;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(peer.hostAddress());
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static void refuse(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.write(problem)));
    }
}
