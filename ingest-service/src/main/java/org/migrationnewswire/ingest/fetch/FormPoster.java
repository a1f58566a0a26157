// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** Sends forms to addresses that others name, under the same rules as documents are fetched. */
public final class FormPoster implements AutoCloseable {
    private final CloseableHttpClient client;

    /** A poster. */
    public FormPoster(Networks networks, FetchLimits limits, Identity identity) {
        this.client = HttpClients.verifying(
                new CheckedResolver(
                        networks,
                        identity.proxy() == null ? null : identity.proxy().getHost()),
                limits,
                identity);
    }

    /** Why the form was not taken; null when it was. */
    public @Nullable String post(String url, Map<String, String> form) {
        List<NameValuePair> fields = new ArrayList<>();
        form.forEach((name, value) -> fields.add(new BasicNameValuePair(name, value)));
        try {
            HttpPost post = new HttpPost(url);
            post.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
            int status = client.execute(post, response -> response.getCode());
            return status / 100 == 2 ? null : "it answered " + status;
        } catch (IOException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException("the HTTP client did not close", e);
        }
    }
}
