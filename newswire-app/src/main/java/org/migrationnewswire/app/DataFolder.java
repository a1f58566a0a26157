// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of everything that lasts, held by one process at a time. The lock goes with the process, however it ends. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "newswire.lock";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder when it is not there, and holds it.
     *
     * @throws LaunchException when it can't be written or another process holds it
     */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw new LaunchException("The data folder " + folder + " is in use by another newswire (process "
                        + holder + "): stop that one, or give --data another folder.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new LaunchException("The data folder " + folder + " can't be written (" + reason(e)
                    + "): make it writable, or give --data another folder.");
        }
    }

    Path broker() {
        return folder.resolve("kafka");
    }

    Path index() {
        return folder.resolve("index");
    }

    Path streams() {
        return folder.resolve("streams");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String given = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return given == null ? "there is a file in its place" : given;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }
}
