package org.digitlens.training.measure;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.digitlens.training.network.Network;

/** How long a model takes for one picture in ONNX Runtime: batch of 1, one thread, all outputs computed. */
final class Latency {
    private static final int ROUNDS = 15;
    private static final int RUNS_PER_ROUND = 500;

    private Latency() {}

    /**
     * The median of {@value #ROUNDS} rounds' mean times, in microseconds, after a round of warming up.
     *
     * @param pixels values of one picture
     * @param shape of the input, with a batch of 1
     */
    static double micros(OrtSession session, float[] pixels, long... shape) throws OrtException {
        FloatBuffer buffer = ByteBuffer.allocateDirect(pixels.length * Float.BYTES)
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        buffer.put(pixels).rewind();
        double[] means = new double[ROUNDS];
        try (OnnxTensor image = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape)) {
            Map<String, OnnxTensor> inputs = Map.of(Network.IMAGE, image);
            round(session, inputs);
            for (int i = 0; i < ROUNDS; i++) {
                means[i] = round(session, inputs);
            }
        }
        Arrays.sort(means);
        return means[ROUNDS / 2];
    }

    private static double round(OrtSession session, Map<String, OnnxTensor> inputs) throws OrtException {
        long start = System.nanoTime();
        for (int i = 0; i < RUNS_PER_ROUND; i++) {
            session.run(inputs).close();
        }
        return (System.nanoTime() - start) / 1e3 / RUNS_PER_ROUND;
    }
}
