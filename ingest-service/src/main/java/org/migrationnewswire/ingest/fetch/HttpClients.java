// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HTTP clients that do nothing by themselves: no redirects, no retries, no cookies, no decoding. */
final class HttpClients {
    private static final int MOST_CONNECTIONS = 4_096;
    private static final int CONNECTIONS_A_HOST = 4;
    private static final int LONGEST_HEADER_LINE = 16 * 1024;
    private static final int MOST_HEADER_LINES = 200;
    private static final TimeValue KEPT = TimeValue.ofSeconds(20);

    private HttpClients() {}

    static CloseableHttpClient verifying(CheckedResolver resolver, FetchLimits limits, Identity identity) {
        return client(DefaultClientTlsStrategy.createDefault(), resolver, limits, identity);
    }

    /** For feeds whose certificate a person has said not to check. */
    static CloseableHttpClient trusting(CheckedResolver resolver, FetchLimits limits, Identity identity) {
        try {
            SSLContext any = SSLContexts.custom()
                    .loadTrustMaterial((chain, type) -> true)
                    .build();
            return client(new DefaultClientTlsStrategy(any, NoopHostnameVerifier.INSTANCE), resolver, limits, identity);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static CloseableHttpClient client(
            DefaultClientTlsStrategy tls, CheckedResolver resolver, FetchLimits limits, Identity identity) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(tls)
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_HEADER_LINE)
                                        .setMaxHeaderCount(MOST_HEADER_LINES)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(Timeout.of(limits.idle()))
                                .build())
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_A_HOST)
                        .build())
                .setUserAgent(identity.userAgent())
                .setKeepAliveStrategy((response, context) -> KEPT)
                .evictIdleConnections(KEPT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
        if (identity.proxy() != null) {
            builder.setProxy(HttpHost.create(identity.proxy()));
        }
        return builder.build();
    }
}
