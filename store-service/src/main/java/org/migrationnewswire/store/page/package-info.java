/**
 * The web page at {@code /}: the newest items first, with the words that made their tags.
 *
 * <p>It is written on the server (Qute) and needs no script. It stands on the same search as the API, and the address
 * holds the whole state in the API's own parameters: what the page shows at {@code /?region=AF} is what {@code
 * /items?region=AF} answers. Item text is a stranger's: Qute escapes all of it, and only links of {@code http} and
 * {@code https} become links.
 */
@NullMarked
package org.migrationnewswire.store.page;

import org.jspecify.annotations.NullMarked;
