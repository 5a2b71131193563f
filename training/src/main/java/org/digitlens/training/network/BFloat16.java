package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Casts between float32 and bfloat16, with gradients: half the bytes, and on processors that can multiply it
 * (AVX512-BF16, AMX) twice the speed. DJL's own {@code toType} ends the process on bfloat16, so each cast is a TorchScript
 * module of one line.
 */
final class BFloat16 {
    /** PyTorch's numbers of its types. */
    private static final int BFLOAT16 = 15;
    private static final int FLOAT32 = 6;

    private static final NDManager MANAGER = NDManager.newBaseManager();
    private static final PtSymbolBlock LOWER = cast(BFLOAT16);
    private static final PtSymbolBlock RAISE = cast(FLOAT32);

    private BFloat16() {}

    /** The values in bfloat16, kept by {@code owner}; itself when it is that already. */
    static NDArray lower(NDArray array, NDManager owner) {
        return is(array) ? array : run(LOWER, array, owner);
    }

    /** The values in float32, kept by the array's manager; itself when it is that already. */
    static NDArray raise(NDArray array) {
        return is(array) ? run(RAISE, array, array.getManager()) : array;
    }

    /** Whether the values are bfloat16; DJL calls that type unknown. */
    static boolean is(NDArray array) {
        return array.getDataType() == DataType.UNKNOWN || array.getDataType() == DataType.BFLOAT16;
    }

    private static NDArray run(PtSymbolBlock cast, NDArray array, NDManager owner) {
        NDArray result = IValueUtils.forward(cast, new NDList(array), true).singletonOrThrow();
        result.attach(owner);
        return result;
    }

    private static PtSymbolBlock cast(int type) {
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(module)) {
            put(zip, "version", "3\n");
            put(zip, "constants.pkl", "\u0080\u0002).");
            put(zip, "data.pkl", "\u0080\u0002c__torch__\nCast\n)\u0081}X\b\0\0\0training\u0088sb.");
            put(zip, "code/__torch__.py", """
                    class Cast(Module):
                      __parameters__ = []
                      __buffers__ = []
                      training : bool
                      def forward(self: __torch__.Cast,
                        x: Tensor) -> Tensor:
                        return torch.to(x, %d)
                    """.formatted(type));
            zip.finish();
            return JniUtils.loadModule(
                    (PtNDManager) MANAGER, new ByteArrayInputStream(module.toByteArray()), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry("cast/" + name));
        zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
    }
}
