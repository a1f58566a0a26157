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
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.contracts.Json;

/** Hangs the {@link WriteDoor} before every route: resources, pages, health and metrics alike. */
@Singleton
final class DoorFilter {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final WriteDoor door;

    DoorFilter(WriteDoor door) {
        this.door = door;
    }

    void hang(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    private void pass(RoutingContext context) {
        try {
            door.check(visit(context.request()));
        } catch (ProblemException e) {
            refuse(context.response(), e.problem());
            return;
        }
        context.next();
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
