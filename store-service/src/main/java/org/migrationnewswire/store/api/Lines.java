// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.store.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.migrationnewswire.runtime.http.Reader;
import org.migrationnewswire.store.rights.FeedRights;
import org.migrationnewswire.store.search.Cursor;
import org.migrationnewswire.store.search.SearchRequest;
import org.migrationnewswire.store.search.SearchResult;
import org.migrationnewswire.store.search.Searches;

/** All items of a question, one JSON a line, page by page: never more than one page is in memory. */
final class Lines implements StreamingOutput {
    private static final int PAGE = 200;

    private final Searches searches;
    private final FeedRights rights;
    private final SearchRequest request;
    private final Reader reader;
    private final boolean gzip;
    private final SearchResult first;

    /** The first page is asked at once, so that what is wrong with the question is a problem and no broken stream. */
    Lines(Searches searches, FeedRights rights, SearchRequest request, Reader reader, boolean gzip) {
        this.searches = searches;
        this.rights = rights;
        this.request = request;
        this.reader = reader;
        this.gzip = gzip;
        this.first = page(request.after());
    }

    @Override
    public void write(OutputStream plain) throws IOException, WebApplicationException {
        OutputStream out = gzip ? new GZIPOutputStream(plain) : plain;
        SearchResult page = first;
        lines(page, out);
        while (page.next() != null) {
            page = page(page.next());
            lines(page, out);
        }
        out.close();
    }

    private SearchResult page(@Nullable Cursor after) {
        SearchRequest next = new SearchRequest(request.filter(), request.order(), PAGE, after, List.of());
        return searches.search(next, rights.readable(reader));
    }

    private void lines(SearchResult page, OutputStream out) throws IOException {
        for (byte[] item : page.items()) {
            out.write(rights.json(item, reader));
            out.write('\n');
        }
    }
}
