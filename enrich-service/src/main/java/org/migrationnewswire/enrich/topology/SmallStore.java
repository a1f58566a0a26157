// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.enrich.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** The store's memory, bounded: its values are a hundred bytes an item, and looked at once. */
public final class SmallStore implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 4L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 2L * 1024 * 1024;
    private static final int WRITE_BUFFERS = 2;

    private final Cache cache = new LRUCache(CACHE_BYTES);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(cache);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        cache.close();
    }
}
