// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.migrationnewswire.contracts.FeedState.Validators;

/** Documents on this machine's disk. Time and size of a file serve as its validator. */
final class FileFetcher {
    private final int maxBytes;

    FileFetcher(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    FetchResult fetch(URI uri, Validators validators) {
        Path path = Path.of(uri);
        try {
            long size = Files.size(path);
            if (size > maxBytes) {
                return new FetchResult.Failed("too-large", path + " is larger than " + maxBytes + " bytes", null);
            }
            String stamp = Files.getLastModifiedTime(path).toMillis() + "-" + size;
            if (stamp.equals(validators.etag())) {
                return new FetchResult.NotModified(FetchResult.Headers.of(validators), null);
            }
            byte[] body = Files.readAllBytes(path);
            return new FetchResult.Fetched(
                    body, FetchResult.Headers.of(new Validators(stamp, null)), null, body.length, uri.toString(), null);
        } catch (NoSuchFileException e) {
            return new FetchResult.Failed("no-such-file", "there is no file " + path, null);
        } catch (AccessDeniedException e) {
            return new FetchResult.Failed("unreachable", path + " may not be read", null);
        } catch (IOException e) {
            return new FetchResult.Failed("unreachable", path + " can't be read: " + e.getMessage(), null);
        }
    }
}
