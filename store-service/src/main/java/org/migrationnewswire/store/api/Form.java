// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer can be given as: by the suffix of its address, or by {@code Accept}. */
enum Form {
    API("", "application/json"),
    RSS("rss", "application/rss+xml"),
    ATOM("atom", "application/atom+xml"),
    JSON_FEED("json", "application/feed+json"),
    CSV("csv", "text/csv"),
    NDJSON("ndjson", "application/x-ndjson");

    private final String suffix;
    private final String mediaType;

    Form(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** With its charset where it is text. */
    String contentType() {
        return this == API || this == JSON_FEED ? mediaType : mediaType + ";charset=UTF-8";
    }

    /** The form of that suffix; null when there is none. */
    static @Nullable Form ofSuffix(String suffix) {
        for (Form form : values()) {
            if (form != API && form.suffix.equals(suffix)) {
                return form;
            }
        }
        return null;
    }

    /** The form that is liked best of those accepted, which come in the order of their quality; else the API's own. */
    static Form ofAccept(List<MediaType> accepted) {
        for (MediaType type : accepted) {
            for (Form form : values()) {
                if (form.mediaType.equals(type.getType() + "/" + type.getSubtype())) {
                    return form;
                }
            }
        }
        return API;
    }
}
