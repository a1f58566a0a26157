// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.ingest.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an XML document: its charset by byte order mark, HTTP, XML declaration, in that order (RFC 7303, section
 * 3), the first bytes telling the family where there is no mark (XML 1.0, appendix F); where what is declared is not
 * true or not known, UTF-8 when it is that, else the likeliest. Without the characters that XML has not.
 */
final class DocumentText {
    private static final Pattern HTTP =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s{0,100}<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:\\- ]{1,60}?)\\s*[\"']");
    private static final int HEAD = 400;
    private static final int DETECTED_IN = 16 * 1024;
    private static final int SURE = 30;
    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** What is called one thing and written as its superset, as the WHATWG's Encoding standard has it. */
    private static final Map<String, String> SUPERSETS = Map.of(
            "iso-8859-1", "windows-1252",
            "us-ascii", "UTF-8",
            "iso-8859-9", "windows-1254",
            "iso-8859-11", "x-windows-874",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j",
            "big5", "Big5-HKSCS");

    private DocumentText() {}

    static String of(byte[] body, @Nullable String contentType) {
        int mark = markLength(body);
        Charset family = family(body);
        if (mark > 0 && family != null) {
            return allowed(family.decode(ByteBuffer.wrap(body, mark, body.length - mark)));
        }
        Charset http = named(HTTP, contentType == null ? "" : contentType);
        Charset declared = declared(body, family);
        for (Charset candidate : new @Nullable Charset[] {http, declared, family, StandardCharsets.UTF_8}) {
            CharBuffer text = candidate == null ? null : strict(body, candidate);
            if (text != null) {
                return allowed(text);
            }
        }
        return allowed(likeliest(body, http == null ? declared : http).decode(ByteBuffer.wrap(body)));
    }

    /** Length of the byte order mark; 0 when there is none. */
    private static int markLength(byte[] b) {
        if (starts(b, 0x00, 0x00, 0xfe, 0xff) || starts(b, 0xff, 0xfe, 0x00, 0x00)) {
            return 4;
        }
        if (starts(b, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return starts(b, 0xfe, 0xff) || starts(b, 0xff, 0xfe) ? 2 : 0;
    }

    /** The charset, or one that reads its declaration, by the first bytes; null when they tell nothing. */
    private static @Nullable Charset family(byte[] b) {
        if (starts(b, 0x00, 0x00, 0xfe, 0xff) || starts(b, 0x00, 0x00, 0x00, 0x3c)) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(b, 0xff, 0xfe, 0x00, 0x00) || starts(b, 0x3c, 0x00, 0x00, 0x00)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(b, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(b, 0xfe, 0xff) || starts(b, 0x00, 0x3c, 0x00)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(b, 0xff, 0xfe) || starts(b, 0x3c, 0x00)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(b, 0x4c, 0x6f, 0xa7, 0x94) ? EBCDIC : null;
    }

    private static boolean starts(byte[] body, int... bytes) {
        if (body.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((body[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** What the XML declaration says; a name of 16 or 32 bits in a document of 8 can't be true. */
    private static @Nullable Charset declared(byte[] body, @Nullable Charset family) {
        Charset readable = family == null ? StandardCharsets.ISO_8859_1 : family;
        String head = new String(body, 0, Math.min(body.length, HEAD), readable);
        Charset declared = named(DECLARATION, head);
        boolean wide = declared != null && declared.name().matches("(?i)utf-?(16|32).*|.*ucs-?[24].*");
        return wide || (family != null && !family.equals(EBCDIC)) ? family : declared;
    }

    private static @Nullable Charset named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        Charset charset = charset(name);
        if (charset == null) {
            charset = charset(name.replaceFirst("^(?:x-|cs)", "").replaceAll("[_ ]", "-"));
        }
        return charset == null ? null : superset(charset);
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** The text, when every byte of it is of that charset. */
    private static @Nullable CharBuffer strict(byte[] body, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A mostly right declaration is kept, a few bad bytes and all; without one it is guessed. */
    private static Charset likeliest(byte[] body, @Nullable Charset said) {
        Charset taken = said == null ? StandardCharsets.UTF_8 : said;
        if (!taken.equals(StandardCharsets.UTF_8) || isMostly(taken.decode(ByteBuffer.wrap(body)))) {
            return taken;
        }
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        CharsetMatch match = detector.setText(body.length > DETECTED_IN ? Arrays.copyOf(body, DETECTED_IN) : body)
                .detect();
        Charset found = match != null && match.getConfidence() >= SURE ? charset(match.getName()) : null;
        return found == null || found.equals(StandardCharsets.UTF_8) ? WINDOWS : superset(found);
    }

    /** Whether more of what is not ASCII could be read than not. */
    private static boolean isMostly(CharBuffer text) {
        int bad = 0;
        int good = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0xfffd) {
                bad++;
            } else if (text.charAt(i) >= 0x80) {
                good++;
            }
        }
        return good >= bad;
    }

    private static Charset superset(Charset charset) {
        return Charset.forName(SUPERSETS.getOrDefault(charset.name().toLowerCase(Locale.ROOT), charset.name()));
    }

    /** XML 1.0, section 2.2, by UTF-16 code unit. */
    private static String allowed(CharBuffer text) {
        int first = 0;
        while (first < text.length() && isAllowed(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text.toString();
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first + 1; i < text.length(); i++) {
            if (isAllowed(text, i)) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** U+FEFF is a mark at the start, and a zero-width no-break space within the text. */
    private static boolean isAllowed(CharBuffer text, int i) {
        char c = text.charAt(i);
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c < 0xfeff || (c == 0xfeff ? i > 0 : c < 0xfffe);
    }
}
