/**
 * The launcher: everything in one process, with nothing to install beside it.
 *
 * <p>{@link org.migrationnewswire.app.Newswire} reads the command line and checks all that can be wrong before
 * anything starts (feeds, ports, data folder); then the broker starts, then Quarkus with every service in it, told by
 * system properties where the broker and the folders are. When all are ready it says where the page, the API and the
 * broker are. Stopping goes the other way round: the services first, the broker when they are gone.
 */
@NullMarked
package org.migrationnewswire.app;

import org.jspecify.annotations.NullMarked;
