package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

    @ParameterizedTest
    @CsvSource({"7.png, 7.png", "scans/7.png, scans/7.png", "../../7.png, 7.png", "/etc/7.png, etc/7.png", "C:\\me\\7.png, me/7.png",
        "a/./b//../7.png, a/b/7.png", "'  7.png  ', 7.png", "..., ...", "'', unnamed", "/, unnamed", ".., unnamed",
        "<b>7</b>.png, <b>7</b>.png", "größe.png, größe.png", "数字.png, 数字.png"})
    void leavesNoWayUpwards(String name, String shown) {
        assertEquals(shown, DisplayName.of(name));
    }

    @Test
    void isThereEvenWhereNoNameIs() {
        assertEquals("unnamed", DisplayName.of(null));
        assertEquals("unnamed", DisplayName.of("\0\r\n"));
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertEquals("7exe.png", DisplayName.of("7\u202eexe.png\u0000\u200b\ufeff\u2028"));
        assertEquals("ab", DisplayName.of("a\u001b\ud800b"));
        assertEquals("\u00e1\u0301\u0301", DisplayName.of("a" + "\u0301".repeat(500)));
    }

    @Test
    void showsTheEndOfLongNames() {
        String shown = DisplayName.of("x".repeat(5_000) + "😀".repeat(50) + "7.png");
        assertTrue(shown.length() <= DisplayName.MAX_LENGTH && shown.startsWith("…") && shown.endsWith("7.png"), shown);
        assertFalse(Character.isLowSurrogate(shown.charAt(1)));
    }
}
