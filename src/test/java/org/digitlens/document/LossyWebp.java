package org.digitlens.document;

import java.util.Base64;

/** A drawn 7 as a lossy WebP file; there is no writer for these in Java. */
final class LossyWebp {

    private LossyWebp() { }

    /** Made from {@code colours.png} of {@link Samples} by {@code cwebp -q 50 -m 6}. */
    static byte[] seven() {
        return Base64.getDecoder().decode(
            "UklGRtAAAABXRUJQVlA4IMQAAADQBgCdASo4ADgAPtFerE8oJKSiJhqqcQAaCWkACBAudbzwPfrNz01dkG0o/FK/q6syDN9AxWlEzl5uW/kmzA"
            + "AA/visMvA8gR1ufx8SuoljC1bBr76u5NuRfb/fbfxPZCG79XZvjVhCbcf2Iti15tXAbCLn1M60wUQLLpP+dEsye4JAWg6rcbMV+6iCpPsee7g9"
            + "EukYhfODAKmaZPGq65NsmO1s4e/EQsW3UoGGhIyZX7wz+m6zcT3iiM7/Tm0Pn+eAAAAA");
    }
}
