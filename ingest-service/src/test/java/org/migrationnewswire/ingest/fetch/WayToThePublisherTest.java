// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationnewswire.contracts.FeedState.Validators;
import org.migrationnewswire.ingest.fetch.FetchResult.Fetched;

/** Certificates and proxies. */
class WayToThePublisherTest extends WithPublisher {
    private static final String PASSWORD = "changeit";
    private static final FetchLimits PATIENT = new FetchLimits(
            Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), 100_000);

    @TempDir
    Path folder;

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedUnlessAPersonSaidSoForThatFeed() throws Exception {
        HttpsServer secure = secure();
        try (Fetcher patient = fetcher(IDENTITY)) {
            String url = "https://127.0.0.1:" + secure.getAddress().getPort() + "/feed";

            FetchResult refused = patient.fetch(new FetchRequest(url, Validators.NONE, null, false));
            FetchResult taken = patient.fetch(new FetchRequest(url, Validators.NONE, null, true));

            assertThat(refused).isInstanceOfSatisfying(FetchResult.Failed.class, failed -> assertThat(failed.category())
                    .isEqualTo("tls"));
            assertThat(taken).isInstanceOf(Fetched.class);
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void throughAProxyThePublisherIsAskedForByName() {
        server.createContext(
                "/",
                exchange -> answer(
                        exchange, 200, exchange.getRequestURI().toString().getBytes(UTF_8)));
        Identity proxied = new Identity("Test/1", Map.of(), URI.create(url("")));

        try (Fetcher through = fetcher(proxied)) {
            FetchResult result = through.fetch(FetchRequest.to("http://feeds.example/news"));

            assertThat(result)
                    .isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(new String(fetched.body(), UTF_8))
                            .isEqualTo("http://feeds.example/news"));
        }
    }

    private static Fetcher fetcher(Identity identity) {
        return new Fetcher(
                new Networks(List.of("127.0.0.0/8")), PATIENT, identity, new Hosts(Duration.ZERO, NOON), NOON);
    }

    private HttpsServer secure() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int status = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "a",
                        "-dname",
                        "CN=nobody",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(status).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.createContext("/feed", exchange -> answer(exchange, 200, "<rss/>".getBytes(UTF_8)));
        secure.start();
        return secure;
    }
}
