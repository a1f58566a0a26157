// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/** Passes each request on to the service that owns its path. */
@Singleton
final class Gateway {
    private static final int AFTER_HEALTH = 20_000;
    private static final int BAD_GATEWAY = 502;

    private final GatewaySettings settings;
    private final HttpProxy proxy;

    Gateway(GatewaySettings settings, Vertx vertx) {
        this.settings = settings;
        this.proxy = HttpProxy.reverseProxy(
                        new ProxyOptions().setSupportWebSocket(false), vertx.createHttpClient(client(settings)))
                .originSelector(request -> Future.succeededFuture(address(request)))
                .addInterceptor(new Manners());
    }

    void route(@Observes Router router) {
        router.route("/*").order(AFTER_HEALTH).handler(context -> proxy.handle(context.request()));
    }

    private static HttpClientOptions client(GatewaySettings settings) {
        return new HttpClientOptions()
                .setMaxPoolSize(256)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setIdleTimeout((int) settings.idleTimeout().toSeconds());
    }

    private SocketAddress address(HttpServerRequest request) {
        URI address = Service.owning(request.path()).address(settings);
        return SocketAddress.inetSocketAddress(address.getPort() < 0 ? 80 : address.getPort(), address.getHost());
    }

    /** What the proxy does not do by itself. */
    private static final class Manners implements ProxyInterceptor {
        /** A service checks the Host that the client sent, and links to it. */
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setAuthority(context.request().proxiedRequest().authority());
            return context.sendRequest();
        }

        /** Says which service did not answer (RFC 9457), where a client would get an empty 502. */
        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            if (response.getStatusCode() == BAD_GATEWAY && response.getBody() == null) {
                String path = context.request().proxiedRequest().path();
                JsonObject problem = new JsonObject()
                        .put("type", "about:blank")
                        .put("title", "Bad Gateway")
                        .put("status", BAD_GATEWAY)
                        .put("detail", "The " + Service.owning(path) + " does not answer: try again in a moment.");
                response.putHeader("Content-Type", "application/problem+json").setBody(Body.body(problem.toBuffer()));
            }
            return context.sendResponse();
        }
    }
}
