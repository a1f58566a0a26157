/**
 * A publisher inside the process, for somebody without a network: feeds of our own writing at {@code /demo/…}, when
 * {@code newswire.demo.enabled} is set.
 *
 * <p>Each feed begins with four weeks of items and brings a new one now and then. Some are edited after a while, one is
 * taken back, one document is broken, and one feed is made of look-alikes that the taxonomy must not fall for. What is
 * published depends on the stories and the clock alone.
 */
@NullMarked
package org.migrationnewswire.demo;

import org.jspecify.annotations.NullMarked;
