import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * How fast the model alone is: one image at a time through ONNX Runtime, with the options that the application gives it,
 * nothing decoded and nothing encoded. Prints {@code threads rate p50 p99}, the last two in milliseconds.
 *
 * <p>{@code java -cp onnxruntime.jar BareModel.java MODEL SECONDS THREADS}
 */
class BareModel {

    private static final int SIDE = 28;

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        var environment = OrtEnvironment.getEnvironment();
        try (var options = options(); var session = environment.createSession(arguments[0], options)) {
            measure(environment, session, 2, threads);
            long[] nanos = measure(environment, session, seconds, threads);
            System.out.printf("%d %.0f %.3f %.3f%n", threads, nanos.length / (double) seconds,
                nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /** Nanoseconds of every run, ascending. */
    private static long[] measure(OrtEnvironment environment, OrtSession session, int seconds, int threads)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<long[]>> runs = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            runs.add(() -> runUntil(end, environment, session));
        }
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var all = new ArrayList<long[]>();
            for (var future : pool.invokeAll(runs)) {
                all.add(future.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        } finally {
            pool.shutdown();
        }
    }

    private static long[] runUntil(long end, OrtEnvironment environment, OrtSession session) throws OrtException {
        FloatBuffer image = ByteBuffer.allocateDirect(SIDE * SIDE * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int y = 4; y < 24; y++) { // a vertical stroke
            image.put(y * SIDE + 13, 255).put(y * SIDE + 14, 255);
        }
        var nanos = new long[1 << 20];
        int count = 0;
        for (long start = System.nanoTime(); start < end && count < nanos.length; start = System.nanoTime()) {
            try (var tensor = OnnxTensor.createTensor(environment, image, new long[] {1, 1, SIDE, SIDE});
                    var result = session.run(Map.of("image", tensor), Set.of("probabilities"))) {
                ((OnnxTensor) result.get(0)).getFloatBuffer();
            }
            nanos[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(nanos, count);
    }
}
