/** Fires `change` when the theme changes between light and dark. */
export const dark = matchMedia('(prefers-color-scheme: dark)');

/** How charts should look: the theme, and the pixels a unit that this place, meant for so many units, needs on this screen. */
export function look(place, units) {
    const pixels = place.clientWidth * devicePixelRatio;
    return {theme: dark.matches ? 'dark' : 'light', scale: Math.max(1, Math.min(3, Math.ceil(pixels / units - 0.2)))};
}
