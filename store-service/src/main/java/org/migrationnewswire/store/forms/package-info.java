/**
 * The forms that an answer comes in besides the API's own: RSS 2.0, Atom, JSON Feed 1.1, CSV and lines of JSON.
 *
 * <p>A {@link org.migrationnewswire.store.forms.Channel} is the answer as a feed sees it; each writer makes one form of
 * it. Writers are given items that have been cut to their reader's rights already, and know nothing of HTTP.
 */
@NullMarked
package org.migrationnewswire.store.forms;

import org.jspecify.annotations.NullMarked;
