package org.digitlens.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** Screens that people have; a phone has a touch screen. */
enum Device {
    SMALL_PHONE(320, 568, 2, true),
    PHONE(390, 844, 3, true),
    TABLET(768, 1024, 2, true),
    LAPTOP(1440, 900, 1, false),
    LARGE_SCREEN(2560, 1801, 1, false),
    WALL(3840, 2160, 1, false);

    private final int width;
    private final int height;
    private final int density;
    private final boolean touch;

    Device(int width, int height, int density, boolean touch) {
        this.width = width;
        this.height = height;
        this.density = density;
        this.touch = touch;
    }

    Browser.NewContextOptions options(ColorScheme theme) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(density)
            .setHasTouch(touch).setIsMobile(touch).setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE);
    }
}
