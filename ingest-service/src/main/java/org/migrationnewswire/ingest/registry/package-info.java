/**
 * Which feeds there are. Registering one writes a {@code Feed} to {@code newswire.feeds}; the owner of its partition
 * sees it there and polls it. Every instance reads all of feeds and feed states ({@link
 * org.migrationnewswire.ingest.registry.RegistryView}), so every instance answers {@code GET /feeds}. A poll asked for
 * by a person is a command to the owner.
 *
 * <p>Feeds given at start ({@code newswire.ingest.feeds}) are registered when they are not there yet; what a person
 * has changed since is left alone. Local files are feeds only that way, never over HTTP.
 */
@NullMarked
package org.migrationnewswire.ingest.registry;

import org.jspecify.annotations.NullMarked;
