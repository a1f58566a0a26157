// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses may be dialled: public ones, and those of the networks that configuration allows. Private are
 * loopback, link-local, site-local (RFC 1918), shared (RFC 6598), unique local (RFC 4193), multicast, reserved and
 * unspecified ones, and IPv6 addresses that carry such an IPv4 address (RFC 6052, RFC 3056).
 */
public final class Networks {
    /** Every address: for whoever types the address of a feed on a command line of their own. */
    public static final Networks ALL = new Networks(List.of("0.0.0.0/0", "::/0"));

    private final List<Block> allowed;

    /**
     * Public addresses and these.
     *
     * @param allowed networks as {@code address/bits}
     * @throws IllegalArgumentException when one is no network; the message names it
     */
    public Networks(List<String> allowed) {
        this.allowed = allowed.stream().map(Block::parse).toList();
    }

    /** Whether the address may be dialled. */
    public boolean allow(InetAddress address) {
        return !isPrivate(address) || allowed.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] b = address.getAddress();
        boolean shared = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean zero = b.length == 4 && b[0] == 0;
        boolean uniqueLocal = b.length == 16 && (b[0] & 0xfe) == 0xfc;
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || shared
                || zero
                || (b.length == 4 && (b[0] & 0xf0) == 0xf0)
                || uniqueLocal
                || carriesPrivate(b);
    }

    /** NAT64 ({@code 64:ff9b::/96}) and 6to4 ({@code 2002::/16}) lead to the IPv4 address within. */
    private static boolean carriesPrivate(byte[] b) {
        if (b.length != 16) {
            return false;
        }
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        int at = nat64 ? 12 : 2;
        try {
            return (nat64 || sixToFour)
                    && isPrivate(InetAddress.getByAddress(new byte[] {b[at], b[at + 1], b[at + 2], b[at + 3]}));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private record Block(byte[] prefix, int bits) {
        static Block parse(String text) {
            int slash = text.indexOf('/');
            try {
                String literal = slash < 0 ? "" : text.substring(0, slash).strip();
                if (!literal.matches("[0-9a-fA-F:.]+")) {
                    throw new NumberFormatException(text);
                }
                byte[] prefix = InetAddress.getByName(literal).getAddress();
                int bits = Integer.parseInt(text.substring(slash + 1).strip());
                if (bits < 0 || bits > prefix.length * 8) {
                    throw new NumberFormatException(text);
                }
                return new Block(prefix, bits);
            } catch (NumberFormatException | UnknownHostException e) {
                throw new IllegalArgumentException("'" + text + "' is no network such as 127.0.0.0/8", e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != prefix.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((other[i / 8] & mask) != (prefix[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
